"""A Word document from a body: an office's letterhead or a plain page, fonts, the foot, the bytes.

East Asian fonts are named, since Word otherwise takes whichever it finds. The archive holds no
moment of writing.
"""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape
from zipfile import BadZipFile

from rectify_cli.foundation.struct import Struct
from rectify_cli.render.office.archive import without_moments
from rectify_cli.render.office.foot import Foot, foot_of, made_on
from rectify_cli.render.office.texts import office_text
from rectify_cli.render.word.body import NAMESPACE
from rectify_cli.report.edition import Edition
from rectify_cli.report.words import Words

if TYPE_CHECKING:
    from docx.document import Document as DocumentObject
    from docx.section import Section, _Footer

_MAX_PROPERTY = 255
_A4 = (11_906, 16_838)
_MARGIN = 1_304
_TWIP = 635
"""A twentieth of a point in the library's units."""
# What the library was seen to raise on archives that are no documents.
_BROKEN = (
    ArithmeticError, AssertionError, AttributeError, BadZipFile, LookupError, NotImplementedError,
    OSError, RuntimeError, SyntaxError, TypeError, ValueError,
)  # fmt: skip
_CONTENT = "{{content}}"
"""A paragraph of a letterhead that says only this gives way to the content."""


class Fonts(Struct):
    """The fonts of a language: Latin text, Chinese text, Chinese headings; the size in points."""

    latin: str
    chinese: str
    chinese_heads: str
    size: float


_FONTS = {
    "zh": Fonts("Times New Roman", "FangSong", "SimHei", 12),
    "en": Fonts("Calibri", "SimSun", "SimHei", 10.5),
}
_HEADS = {"Title": 22, "Subtitle": 14, "Heading 1": 16, "Heading 2": 13, "Heading 3": 12}
_TABLE = "Table Grid"
_IN_TABLE = "Rectify Table"
_IN_TABLE_SIZE = 10.5


class Paper:
    """An open document: what styles are called in it, how wide its text is; `written` ends it."""

    def __init__(self, language: str, template: bytes | None, *, across: bool = False) -> None:
        from docx import Document  # noqa: PLC0415 - only who writes one pays for it

        self._language = language
        self._document: DocumentObject = Document(None if template is None else BytesIO(template))
        if template is None:
            _set_page(self._document.sections[0], across=across)
            _set_fonts(self._document, _FONTS.get(language, _FONTS["en"]))
        self.styles: Mapping[str, str] = {
            name: _style_id(self._document, name) for name in (*_HEADS, _IN_TABLE, _TABLE)
        }

    @property
    def table_style(self) -> str:
        """The id of the style of tables."""
        return self.styles[_TABLE]

    @property
    def cell_style(self) -> str:
        """The id of the style of what stands in tables."""
        return self.styles[_IN_TABLE]

    @property
    def width(self) -> int:
        """How wide its text is, in twentieths of a point."""
        last = self._document.sections[-1]
        page, left, right = last.page_width, last.left_margin, last.right_margin
        if page is None or left is None or right is None:
            return _A4[0] - 2 * _MARGIN
        return max(int(page - left - right) // _TWIP, 4_000)

    def written(self, body: str, title: str, edition: Edition | None) -> bytes:
        """The document's bytes with this body in it, and the foot on every page."""
        self._put(body)
        foot = foot_of(edition, Words(self._language))
        for footer in _footers(self._document):
            _add_line(footer, foot, self.width)
        properties = self._document.core_properties
        properties.created = properties.modified = made_on(edition)
        properties.title = office_text(title, _MAX_PROPERTY).replace("\n", " ")
        properties.author = properties.last_modified_by = properties.comments = ""
        properties.revision = 1
        file = BytesIO()
        self._document.save(file)
        return without_moments(file.getvalue())

    def _put(self, body: str) -> None:
        from docx.oxml import parse_xml  # noqa: PLC0415 - as above

        root: Any = parse_xml(f'<w:body xmlns:w="{NAMESPACE}">{body}</w:body>')
        place = next(
            (each for each in self._document.paragraphs if each.text.strip() == _CONTENT), None
        )
        before: Any = self._document.element.body.sectPr if place is None else place._p
        for element in list(root):
            before.addprevious(element)
        if place is not None:
            before.getparent().remove(before)


def is_document(data: bytes) -> bool:
    """Whether these bytes are a Word document that can be written on."""
    from docx import Document  # noqa: PLC0415 - as above
    from docx.opc.exceptions import OpcError  # noqa: PLC0415 - as above

    try:
        return bool(Document(BytesIO(data)).sections)
    except (*_BROKEN, OpcError):
        return False


def _set_page(section: "Section", *, across: bool) -> None:
    from docx.enum.section import WD_ORIENT  # noqa: PLC0415 - as above
    from docx.shared import Twips  # noqa: PLC0415 - as above

    width, height = reversed(_A4) if across else _A4
    section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Twips(width), Twips(height)
    section.left_margin = section.right_margin = Twips(_MARGIN)
    section.top_margin = section.bottom_margin = Twips(_MARGIN)


def _set_fonts(document: "DocumentObject", fonts: Fonts) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above
    from docx.shared import Pt, RGBColor  # noqa: PLC0415 - as above

    defaults: Any = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:rFonts')}")
    _name_fonts(defaults, fonts.latin, fonts.chinese)
    normal: Any = document.styles["Normal"]
    normal.font.size = Pt(fonts.size)
    _name_fonts(normal.element.get_or_add_rPr().get_or_add_rFonts(), fonts.latin, fonts.chinese)
    normal.paragraph_format.space_after = Pt(4)
    for name, size in _HEADS.items():
        style: Any = document.styles[name]
        properties = style.element.get_or_add_rPr()
        _name_fonts(properties.get_or_add_rFonts(), fonts.latin, fonts.chinese_heads)
        style.font.size, style.font.bold, style.font.italic = Pt(size), True, False
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.paragraph_format.space_before = Pt(12)
        style.paragraph_format.space_after = Pt(6)
        border = style.element.pPr.find(qn("w:pBdr"))
        if border is not None:
            style.element.pPr.remove(border)


def _name_fonts(fonts: Any, latin: str, chinese: str) -> None:  # noqa: ANN401 - an element of XML
    """Name the fonts; a theme's would win over them."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above

    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script, name in (("ascii", latin), ("hAnsi", latin), ("cs", latin), ("eastAsia", chinese)):
        fonts.set(qn(f"w:{script}"), name)


def _style_id(document: "DocumentObject", name: str) -> str:
    """What a style is called inside a document; one that a letterhead lacks is added to it."""
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 - as above

    kind = WD_STYLE_TYPE.TABLE if name == _TABLE else WD_STYLE_TYPE.PARAGRAPH
    found = next((s for s in document.styles if s.name == name and s.type == kind), None)
    style: Any = found or _added(document, name, kind)
    return str(style.style_id)


def _added(document: "DocumentObject", name: str, kind: Any) -> Any:  # noqa: ANN401 - as above
    from docx.oxml import parse_xml  # noqa: PLC0415 - as above
    from docx.shared import Pt  # noqa: PLC0415 - as above

    style: Any = document.styles.add_style(name, kind, builtin=name != _IN_TABLE)
    if name == _IN_TABLE:
        style.font.size = Pt(_IN_TABLE_SIZE)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(1)
        style.paragraph_format.line_spacing = 1
        return style
    if name != _TABLE:
        style.font.bold, style.font.size = True, Pt(_HEADS[name])
        return style
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    style.element.append(
        parse_xml(f'<w:tblPr xmlns:w="{NAMESPACE}"><w:tblBorders>{sides}</w:tblBorders></w:tblPr>')
    )
    return style


def _footers(document: "DocumentObject") -> Iterator["_Footer"]:
    """Every footer that a page may have; what is linked to a section before is there already."""
    even = document.settings.odd_and_even_pages_header_footer
    for at, section in enumerate(document.sections):
        kinds = [section.footer]
        if section.different_first_page_header_footer:
            kinds.append(section.first_page_footer)
        if even:
            kinds.append(section.even_page_footer)
        yield from (each for each in kinds if at == 0 or not each.is_linked_to_previous)


def _add_line(footer: "_Footer", foot: Foot, width: int) -> None:
    """The line with the day, the revision and the page, below what a letterhead has there."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - as above

    before, between, after = foot.page
    line = (
        f'<w:p xmlns:w="{NAMESPACE}"><w:pPr><w:tabs><w:tab w:val="clear" w:pos="4680"/>'
        '<w:tab w:val="clear" w:pos="9360"/>'
        f'<w:tab w:val="right" w:pos="{width}"/></w:tabs></w:pPr>'
        f"{_small(foot.left)}<w:r><w:tab/></w:r>{_small(before)}{_field('PAGE')}{_small(between)}"
        f"{_field('NUMPAGES')}{_small(after)}</w:p>"
    )
    paragraphs = footer.paragraphs
    if len(paragraphs) == 1 and not paragraphs[0].text and not len(paragraphs[0].runs):
        paragraphs[0]._p.getparent().replace(paragraphs[0]._p, parse_xml(line))
    else:
        footer._element.append(parse_xml(line))


_SMALL = '<w:rPr><w:sz w:val="18"/></w:rPr>'


def _small(text: str) -> str:
    plain = escape(office_text(text, _MAX_PROPERTY).replace("\n", " "))
    return f'<w:r>{_SMALL}<w:t xml:space="preserve">{plain}</w:t></w:r>' if text else ""


def _field(code: str) -> str:
    return f'<w:fldSimple w:instr=" {code} "><w:r>{_SMALL}<w:t>1</w:t></w:r></w:fldSimple>'
