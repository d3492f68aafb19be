"""The text of a file that is written here: read without a parser.

The writer has few forms (see `export.docx.markup`), so the names and the words
between them are cut out of its XML as they stand. `walking.story` says the same of
it in more than twice the time; it is there for what others may have written.
"""

from __future__ import annotations

import re
from html import unescape

from salesreg.edits.owners import is_clause, is_value
from salesreg.edits.stories import Piece, Story, Token

_BOOKMARK = re.compile(
    r'<w:bookmark(?:Start w:id="(\d+)" w:name="(\w+)"|End w:id="(\d+)")/>'
)
_TWICE = re.compile("<mc:Fallback>.*?</mc:Fallback>")
"""What is drawn in a second form."""
_PAGES = re.compile(
    r"<w:instrText[^>]*> (?:PAGE|NUMPAGES|PAGEREF)\b"
    '.*?<w:fldChar w:fldCharType="end"/>'
)
"""Fields that count pages, up to their end."""
_INSTRUCTION = re.compile("<w:instrText.*?</w:instrText>")
_TAG = re.compile("<[^>]*>")


def own_story(xml: str) -> Story:
    """Return the text of a part that is written here, with values in bookmarks."""
    for unseen in (_TWICE, _PAGES, _INSTRUCTION):
        xml = unseen.sub("", xml)
    for sign, text in (("</w:p>", "\n"), ("<w:br/>", "\n"), ("<w:tab/>", "\t")):
        xml = xml.replace(sign, text)
    # Of each end of a bookmark there are its id and name if it begins, or its id if
    # it ends; then comes the text behind it.
    first, *rest = _BOOKMARK.split(xml)
    ends = zip(*[iter(rest)] * 4, strict=True)
    story, words, value, number = Story(), [_plain(first)], "", ""
    for begins, name, over, text in ends:
        if begins and is_value(name):
            value, number = name, begins
            story.values[value] = []
            _step(Token("value", name), words, story)
        elif begins and is_clause(name):
            _step(Token("clause", name), words, story)
        elif over == number:
            value = number = ""
        said = _plain(text)
        if value and said:
            story.values[value].append(Piece(said))
        else:
            words.append(said)
    _step(None, words, story)
    return story


def _step(token: Token | None, words: list[str], story: Story) -> None:
    """Take the words before a token, and the token."""
    if said := "".join(words):
        story.tokens.append(Token("words", said))
    words.clear()
    if token:
        story.tokens.append(token)


def _plain(xml: str) -> str:
    return unescape(_TAG.sub("", xml))
