"""A logo is a picture by its content: drawings are made harmless or refused, whatever they are called."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from store.access.logo import LARGEST_LOGO, check_logo
from store.demo.script import load_logo
from store.kernel.errors import Invalid
from store.typesetting.press import can_draw

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'
DANGEROUS = {
    "a script": "<script>alert(1)</script>",
    "a script on an event": '<rect onclick="alert(1)"/>',
    "a page inside": "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
    "a picture from elsewhere": '<image href="https://elsewhere.example/a.png"/>',
    "a picture of the machine": '<image xlink:href="file:///etc/passwd"/>',
    "a copy from elsewhere": '<use href="https://elsewhere.example/a.svg#b"/>',
    "a link": '<a href="https://elsewhere.example"><rect/></a>',
    "a paint from elsewhere": '<rect fill="url(https://elsewhere.example/a.svg#b)"/>',
    "a paint from elsewhere, quoted": "<rect fill=\"url( 'https://elsewhere.example/a' )\"/>",
    "a style sheet from elsewhere": "<style>@import 'https://elsewhere.example/a.css';</style>",
    "a style that loads": '<rect style="background: url(//elsewhere.example/a)"/>',
    "a style in disguise": "<style>rect { fill: u\\72l(//elsewhere.example/a) }</style>",
    "an animation": '<animate attributeName="href" to="javascript:alert(1)"/>',
    "copies of copies": '<g id="a"><use href="#b"/></g><g id="b"><rect/></g><use href="#a"/>',
    "a thousand copies": '<rect id="a"/>' + '<use href="#a"/>' * 1000,
    "a thousand thousand parts": "<g/>" * 100_000,
    "a filter": "<filter><feImage href='#a'/></filter>",
}


def png(width: int, height: int) -> bytes:
    """Return a grey picture, or one that says it is larger than its data."""
    rows = b"".join(b"\x00" + b"\x80" * width for _ in range(min(height, 16)))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def refused(content: bytes) -> str:
    with pytest.raises(Invalid) as refusal:
        check_logo(content)
    return refusal.value.code


@pytest.mark.parametrize("kind", DANGEROUS)
def test_a_drawing_is_refused_that_holds(kind: str) -> None:
    assert refused(SVG.format(DANGEROUS[kind]).encode()) == "wrong_image"


def test_a_drawing_that_defines_entities_is_refused() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]>' + SVG.format("<text>&b;</text>")
    assert refused(bomb.encode()) == "wrong_image"
    reading = '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + SVG.format("<text>&a;</text>")
    assert refused(reading.encode()) == "wrong_image"


@pytest.mark.parametrize("way", ["image-set('https://e.example/a.png' 1x)", "image(x)", "src('//e.example')"])
def test_a_drawing_that_names_a_file_in_one_of_css_s_other_ways_is_refused(way: str) -> None:
    assert refused(SVG.format(f"<style>rect {{ mask-image: {way} }}</style>").encode()) == "wrong_image"
    assert refused(SVG.format(f'<rect style="mask-image: {way}"/>').encode()) == "wrong_image"


def test_an_editor_s_own_notes_are_left_out_and_the_shapes_stay() -> None:
    content = (
        '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><!-- made by hand -->'
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:ink="urn:ink" ink:version="1" viewBox="0 0 9 9">'
        '<metadata><a/></metadata><ink:view/><defs><linearGradient id="g"/></defs>'
        "<rect fill=\"url('#g')\" style=\"stroke: url( #g )\" width='9' height='9'/></svg>"
    )
    logo = check_logo(content.encode())
    assert logo.media_type == "image/svg+xml"
    assert b"metadata" not in logo.content
    assert b"ink:view" not in logo.content
    assert b"by hand" not in logo.content
    assert b"<rect" in logo.content
    assert check_logo(logo.content) == logo
    assert can_draw(logo.content, "svg")


def test_pictures_are_known_by_their_content() -> None:
    assert check_logo(png(16, 16)).media_type == "image/png"
    assert check_logo(load_logo()).media_type == "image/svg+xml"
    jpeg = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08\x00\x10\x00\x20\x01\x01\x11\x00"
    assert check_logo(jpeg).media_type == "image/jpeg"


@pytest.mark.parametrize(
    "content", [b"", b"GIF89a", b"%PDF-1.7", b"<html></html>", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0"]
)
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    assert refused(content) == "wrong_image"


def test_a_logo_has_a_size() -> None:
    assert refused(png(16, 16) + bytes(LARGEST_LOGO)) == "document_too_large"
    assert refused(png(30_000, 30_000)) == "wrong_image"


def test_a_damaged_picture_cannot_be_drawn(tmp_path: Path) -> None:
    assert can_draw(png(16, 16), "png")
    assert not can_draw(png(16, 16)[:50], "png")
