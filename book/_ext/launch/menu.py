"""The menu in the bar: a button and a native popover, which the keyboard opens and closes."""

from __future__ import annotations

from html import escape

from launch.links import Link

ICONS = {
    "run": '<path d="M7 4.5v15l12-7.5z"/>',
    "improve": '<path d="M4 20l1-4.5L16.5 4 20 7.5 8.5 19z"/>',
}

# The form for a mistake is told the section that the reader sees, as the list of headings
# marks it. Without scripts the form names the page and asks for the section.
NAME_SECTION_SCRIPT = (
    "{const menu=document.getElementById('page-menu'),"
    "link=menu.querySelector('[href*=mistake]'),page=link.href;"
    "menu.addEventListener('toggle',()=>{"
    "const here=document.querySelector('#page-nav [aria-current]');"
    "link.href=page+(here?'&section='+encodeURIComponent(here.hash):'')})}"
)


def menu(run: list[Link], improve: list[Link]) -> str:
    """Return the HTML of the menu; nothing if it has no entry."""
    if not run and not improve:
        return ""
    groups = ""
    if run:
        groups += group("page-menu-run", "Run this page", run)
    if improve:
        groups += group("page-menu-improve", "Improve this page", improve)
    script = f"<script>{NAME_SECTION_SCRIPT}</script>" if improve else ""
    return (
        '<button type="button" class="icon-button page-menu-button" popovertarget="page-menu">'
        f"{icon('run' if run else 'improve')}{name(bool(run), bool(improve))}</button>"
        f'<div id="page-menu" popover>{groups}</div>{script}'
    )


def name(run: bool, improve: bool) -> str:
    """Return the name of the button: one word to see, all of it to hear."""
    seen, rest = ("Run", "this page") if run else ("Improve", "this page")
    if run and improve:
        rest = "or improve this page"
    return f'<span class="menu-word">{seen}</span><span class="spoken"> {rest}</span>'


def icon(shape: str) -> str:
    """Return a picture that stands beside words."""
    return (
        '<svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">'
        f"{ICONS[shape]}</svg>"
    )


def group(id: str, title: str, links: list[Link]) -> str:
    """Return a list of links under its title."""
    entries = "".join(f"<li>{entry(link)}</li>" for link in links)
    return f'<p id="{id}">{title}</p><ul aria-labelledby="{id}">{entries}</ul>'


def entry(link: Link) -> str:
    """Return one link."""
    note = f"<span>{escape(link.note)}</span>" if link.note else ""
    save = " download" if link.download else ""
    return f'<a href="{escape(link.address)}"{save}>{escape(link.name)}{note}</a>'
