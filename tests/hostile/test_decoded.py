"""A picture of which something lacks is an error of its figure, never one of the layout or of Word."""

from __future__ import annotations

import io
import random
import re
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image as Pillow
from PIL import ImageFile

from rapportage.cli import main
from rapportage.errors import Place, attempt
from rapportage.figures.conversion import ORIENTATION
from rapportage.figures.images import read_image
from rapportage.figures.metadata import without_metadata
from rapportage.figures.png import Incomplete, is_regular

AT = Place("figuren/foto.yaml", 4)
Parts = list[tuple[bytes, bytes]]


def saved(mode: str) -> bytes:
    """A PNG of noise, in which every byte counts."""
    out, noise = io.BytesIO(), Pillow.effect_noise((9, 7), 80)
    (noise.convert("RGB").quantize(16) if mode == "P" else noise.convert(mode)).save(out, "PNG")
    return out.getvalue()


def parts(png: bytes) -> Parts:
    found, at = [], 8
    while at < len(png):
        length, name = struct.unpack_from(">I4s", png, at)
        found.append((name, png[at + 8 : at + 8 + length]))
        at += 12 + length
    return found


def built(chunks: Parts) -> bytes:
    body = b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


def with_pixels(png: bytes, packed: bytes) -> bytes:
    return built([(name, packed if name == b"IDAT" else data) for name, data in parts(png)])


def is_taken(data: bytes) -> bool:
    taken = attempt(lambda: read_image("foto.png", data, AT))
    assert [problem.at for problem in taken.problems] in ([], [AT])
    return taken.value is not None


def spoiled(png: bytes) -> Iterator[bytes]:
    """The PNG broken off, with a byte more, less or changed, in the file and within its packed pixels."""
    yield from (png[:end] for end in range(len(png)))
    yield from (png[:at] + b"\0" + png[at:] for at in range(9, len(png)))
    packed, whole = next(data for name, data in parts(png) if name == b"IDAT"), pixels(png)
    yield from (with_pixels(png, packed[:end]) for end in range(len(packed)))
    yield from (with_pixels(png, zlib.compress(whole[:end])) for end in range(len(whole)))
    yield from (with_pixels(png, packed[:at] + packed[at + 1 :]) for at in range(len(packed)))
    chance = random.Random(18)
    for _ in range(100):
        at, other = chance.randrange(len(packed)), chance.randrange(1, 256)
        yield with_pixels(png, packed[:at] + bytes([packed[at] ^ other]) + packed[at + 1 :])


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB"])
def test_a_png_of_which_anything_lacks_is_never_taken_as_given(mode: str) -> None:
    png = saved(mode)
    assert is_taken(png)
    refused = 0
    for bad in spoiled(png):
        if is_taken(bad):
            assert len(pixels(bad)) == len(pixels(png))
        else:
            refused += 1
    assert refused > 300


def pixels(png: bytes) -> bytes:
    """All that is packed in a PNG; raises zlib.error where that is not whole."""
    return zlib.decompress(b"".join(data for name, data in parts(png) if name == b"IDAT"))


def test_a_palette_picture_without_its_palette_is_not_taken() -> None:
    png = saved("P")
    assert not is_taken(built([one for one in parts(png) if one[0] != b"PLTE"]))


def test_a_picture_that_is_converted_is_judged_whole_too() -> None:
    clear = saved("RGBA")
    packed = next(data for name, data in parts(clear) if name == b"IDAT")
    assert is_taken(clear)
    assert not is_taken(with_pixels(clear, packed[:-1]))
    assert not is_taken(with_pixels(clear, zlib.compress(zlib.decompress(packed)[:-1])))


def test_a_picture_that_not_all_readers_take_alike_is_written_anew() -> None:
    png = saved("L")
    packed = next(data for name, data in parts(png) if name == b"IDAT")
    longer = with_pixels(png, zlib.compress(zlib.decompress(packed) + bytes(9)))
    behind = with_pixels(png, packed + b"meer")
    for odd in (longer, behind):
        drawn = read_image("foto.png", odd, AT)
        assert not drawn.as_given
        assert is_regular(drawn.image.data)
        with Pillow.open(io.BytesIO(drawn.image.data)) as one, Pillow.open(io.BytesIO(png)) as other:
            assert one.tobytes() == other.tobytes()


def test_an_interlaced_picture_is_counted_by_its_passes() -> None:
    head = struct.pack(">IIBBBBB", 3, 3, 8, 0, 0, 0, 1)  # 3 by 3 in grey
    rows = (1, 1, 2, 1, 1, 3)  # the pixels of each row, pass by pass; the second and third have none
    whole = b"".join(bytes(1 + row) for row in rows)
    first, last = (b"IHDR", head), (b"IEND", b"")
    assert is_regular(built([first, (b"IDAT", zlib.compress(whole)), last]))
    with pytest.raises(Incomplete):
        is_regular(built([first, (b"IDAT", zlib.compress(whole[:-1])), last]))


def test_a_png_that_a_camera_turned_is_held_upright() -> None:
    out, note = io.BytesIO(), Pillow.Exif()
    note[ORIENTATION] = 6
    Pillow.effect_noise((40, 20), 80).save(out, "PNG", exif=note)
    image = read_image("foto.png", out.getvalue(), AT).image
    with Pillow.open(io.BytesIO(image.data)) as picture:
        assert picture.size == (20, 40) == (image.width, image.height)


def test_a_small_file_with_pixels_without_end_is_not_unpacked_to_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    png = with_pixels(saved("L"), zlib.compress(bytes(30_000_000), 1))
    clean = without_metadata(png, "PNG")
    assert clean is not None
    seen = 0
    real = zlib.decompressobj

    class Counting:
        def __init__(self) -> None:
            self.real = real()

        def decompress(self, data: bytes, most: int) -> bytes:
            nonlocal seen
            made = self.real.decompress(data, most)
            seen += len(made)
            return made

        def __getattr__(self, name: str) -> object:
            return getattr(self.real, name)

    monkeypatch.setattr(zlib, "decompressobj", Counting)
    with pytest.raises(Incomplete):
        is_regular(clean)
    assert seen < 3_000_000


def test_a_picture_is_decoded_once_and_then_known_by_its_bytes(
    klein: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (klein / "content/2024-H1/figuren/dijk.svg").write_bytes(saved("RGB"))
    decoded: list[object] = []
    load = ImageFile.ImageFile.load

    def counted(picture: ImageFile.ImageFile) -> object:
        decoded.append(picture)
        return load(picture)

    monkeypatch.setattr(ImageFile.ImageFile, "load", counted)
    seen = []
    for _ in range(2):
        with pytest.raises(SystemExit):
            main(["check", "2024-H1", "--workspace", str(klein)])
        seen.append(len(set(map(id, decoded))))
        assert "in orde" in capsys.readouterr().out
    assert seen[0] >= 1
    assert seen[1] == seen[0], "decoded again"


def test_what_is_broken_off_is_told_at_its_figure(klein: Path, capsys: pytest.CaptureFixture[str]) -> None:
    png = saved("RGB")
    (klein / "content/2024-H1/figuren/dijk.svg").write_bytes(png[:-20])
    with pytest.raises(SystemExit):
        main(["check", "2024-H1", "--workspace", str(klein)])
    err = capsys.readouterr().err
    assert re.search(r"figuren/\S+\.yaml:\d+(:\d+)?: fout: afbeelding 'dijk\.svg' is beschadigd", err)
