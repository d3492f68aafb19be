"""A document tree to the bytes of a DOCX file."""

from __future__ import annotations

import io
import uuid
from typing import cast

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.package import Package
from docx.parts.document import DocumentPart

from salesreg.document.blocks import Document
from salesreg.export.docx.ledger import Ledger, Values
from salesreg.export.docx.look import PLAIN, Look
from salesreg.export.docx.markup import (
    DECLARATION,
    NAMESPACES,
    escape,
)
from salesreg.export.docx.parts import main_part, margins
from salesreg.export.docx.places import places
from salesreg.export.docx.template import content_types, packed, template

_CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTY_LIMIT = 255
"""Characters that a core property may hold (python-docx and Word agree)."""


def render(
    document: Document,
    look: Look = PLAIN,
    *,
    values: Values = "plain",
    carried: str | None = None,
) -> bytes:
    """The document as a DOCX file.

    The same tree gives the same bytes on every machine: no clock, no locale,
    no file is touched. Raises `DocxError`, which names the place, for a tree
    that would give a broken file or numbers other than the tree's own.

    Args:
        document: The tree.
        look: Measures and colours.
        values: How the values of the tree stand in the file.
        carried: XML that the file carries unseen, as a custom XML part.
    """
    package, ledger = opened(document, look, values)
    text = main_part(ledger)
    surround(package, ledger)
    if carried is not None:
        _carry(carried, _main(package))
    return archived(package, text)


def opened(document: Document, look: Look, values: Values) -> tuple[OpcPackage, Ledger]:
    """A package without text, and the ledger to write a document into it."""
    package = Package.open(io.BytesIO(template(look, document.language)))
    relate = _main(package).relate_to
    ledger = Ledger(
        document,
        look,
        places(document),
        relate=lambda url: relate(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True),
        values=values,
    )
    return package, ledger


def surround(package: OpcPackage, ledger: Ledger) -> None:
    """Put into a package what belongs to a written document around its text."""
    word = _main(package).document
    section, ours = word.sections[0], margins(ledger)
    for name, margin in (("header", section.header), ("footer", section.footer)):
        if name in ours:
            margin.part.element[:] = list(parse_xml(ours[name]))
    lists = parse_xml(
        f"<w:numbering {NAMESPACES}>{''.join(ledger.numbering)}</w:numbering>"
    )
    word.part.numbering_part.element.extend(list(lists))
    _describe(word, ledger.document)


def _main(package: OpcPackage) -> DocumentPart:
    return cast("DocumentPart", package.main_document_part)


def _describe(word: WordDocument, document: Document) -> None:
    core, said = word.core_properties, document.properties
    for name, value in (
        ("title", said.title),
        ("subject", said.subject),
        ("author", said.author),
        ("keywords", said.keywords),
        ("version", said.revision),
    ):
        if value:
            escape(value, f"/properties/{name}")
            if len(value) > _PROPERTY_LIMIT:
                value = value[: _PROPERTY_LIMIT - 1] + "\u2026"  # noqa: PLW2901
            setattr(core, name, value)


def _carry(xml: str, document: DocumentPart) -> None:
    """A custom XML part and its properties, which give it an identity."""
    item = Part(
        PackURI("/customXml/item1.xml"),
        "application/xml",
        f"{DECLARATION}{xml}".encode(),
        document.package,
    )
    # Of the content and nothing else: the same regulation, the same bytes.
    identity = str(uuid.uuid5(uuid.NAMESPACE_URL, xml)).upper()
    properties = Part(
        PackURI("/customXml/itemProps1.xml"),
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        f'{DECLARATION}<ds:datastoreItem ds:itemID="{{{identity}}}" '
        f'xmlns:ds="{_CUSTOM_XML}"/>'.encode(),
        document.package,
    )
    document.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)
    item.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)


def archived(package: OpcPackage, text: str) -> bytes:
    """The package as a zip, with `text` as its main part.

    python-docx's own saving writes the time of day, and would have to parse the
    text first.
    """
    main, parts = _main(package), package.parts
    members: dict[str, bytes | str] = {
        "[Content_Types].xml": content_types(
            {str(part.partname): part.content_type for part in parts}
        ),
        "_rels/.rels": package.rels.xml,
    }
    for part in parts:
        content = DECLARATION + text if part is main else part.blob
        members[part.partname.membername] = content
        if part.rels:
            members[part.partname.rels_uri.membername] = part.rels.xml
    return packed(members)
