"""Electronic invoices in: UBL, CII, Factur-X and Facturae, read for what has to be collected."""

import logging

# What these tell of a file is personal data, or odd things about a PDF that nobody can mend.
logging.getLogger("factur-x").setLevel(logging.CRITICAL)
logging.getLogger("pypdf").setLevel(logging.CRITICAL)
