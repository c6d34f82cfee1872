"""Find house styles and Word templates with which no paper can be made, or none that reads well."""
