"""A PDF with fields for signatures keeps both norms, also when it is signed, with a name that one sees."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import page
import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12
from cryptography.x509.oid import NameOID
from documents import paragraph, text
from engines import each_engine
from judged import judged, needs_java
from laid_out import laid_out
from pyhanko.pdf_utils.font.opentype import GlyphAccumulatorFactory
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.text import TextBoxStyle
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.stamp import TextStampStyle
from pyhanko_certvalidator import ValidationContext
from tag_tree import elements

from rapportage.document import Heading, Signatory, Signatures
from rapportage.style.fonts import house

PEOPLE = (Signatory("A. de Vries", "burgemeester"), Signatory("B. Jansen", "secretaris"))


def prepared(engine: str) -> bytes:
    """A paper that two people sign."""
    signatures = Signatures(text("Burgemeester en wethouders,"), PEOPLE, digital=True)
    return laid_out(
        Heading(1, text("Voorstel"), "voorstel"), paragraph("Kort."), signatures, engine=engine
    ).pdf


@pytest.fixture(scope="module")
def signer() -> SimpleSigner:
    """Who signs, with a key made on the spot."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, PEOPLE[0].name)])
    signs = x509.KeyUsage(True, True, *[False] * 7)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), 1, now - timedelta(1), now + timedelta(1))
        .add_extension(signs, critical=True)
        .sign(key, SHA256())
    )
    kept = pkcs12.serialize_key_and_certificates(b"x", key, certificate, None, NoEncryption())
    made = SimpleSigner.load_pkcs12_data(kept, ())
    assert isinstance(made, SimpleSigner)
    return made


def signed(pdf: bytes, signer: SimpleSigner) -> bytes:
    """The same with the first field signed, in letters that come along."""
    look = TextStampStyle(
        stamp_text="Digitaal ondertekend door\n%(signer)s",
        text_box_style=TextBoxStyle(font=GlyphAccumulatorFactory(str(house().faces[0].path))),
        background=None,
    )
    made = PdfSigner(PdfSignatureMetadata(field_name="handtekening-1"), signer, stamp_style=look)
    return bytes(made.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf))).getvalue())


@each_engine
def test_each_who_signs_has_a_field_above_the_name_that_says_whose_it_is(engine: str) -> None:
    with pikepdf.open(BytesIO(prepared(engine))) as pdf:
        fields = list(pdf.Root.AcroForm.Fields)
        forms = [one for one in elements(pdf.Root.StructTreeRoot) if one.S == "/Form"]
        assert [str(one.TU) for one in fields] == [
            f"Handtekening van {one.name}, {one.office}" for one in PEOPLE
        ]
        assert [str(one.FT) for one in fields] == ["/Sig", "/Sig"]
        assert len(forms) == 2
        sizes = [
            (float(right - left), float(top - bottom))
            for left, bottom, right, top in (f.Rect for f in fields)
        ]
        assert all(width > 120 and height > 30 for width, height in sizes)
        assert not any("tekenveld" in str(one.get("/A", "")) for one in pdf.pages[0].Annots)


@needs_java
@each_engine
def test_signing_it_visibly_keeps_both_norms(engine: str, signer: SimpleSigner, tmp_path: Path) -> None:
    before = prepared(engine)
    after = signed(before, signer)
    assert after.startswith(before)
    [signature] = PdfFileReader(BytesIO(after)).embedded_signatures
    known = ValidationContext(trust_roots=[signature.signer_cert])
    status = validate_pdf_signature(signature, known)
    assert (status.intact, status.valid) == (True, True)
    assert page.validate_pdf_bytes(before, profile="ua1").is_compliant
    file = tmp_path / "getekend.pdf"
    file.write_bytes(after)
    found, lines = judged(file)
    assert (found, [line[:8] for line in lines]) == (0, ["PASS ua1", "PASS 2a "])
