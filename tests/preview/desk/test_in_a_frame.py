"""The preview in the built-in browser of an editor: a frame that opens no windows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from preview_page import PATIENCE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Route
    from playwright.sync_api import Page as Window
    from preview_page import Preview

EDITOR_PAGE = "http://editor.example/"
SANDBOX = "allow-scripts allow-forms allow-same-origin allow-downloads"
"""What VS Code lets its Simple Browser do."""


def framed(context: BrowserContext, preview: Preview) -> Window:
    """A page of another origin with the preview in a frame."""
    frame = f'<iframe src="{preview.address}" sandbox="{SANDBOX}" width="500" height="600"></iframe>'
    context.route(f"{EDITOR_PAGE}**", lambda route: route.fulfill(body=frame, content_type="text/html"))
    window = context.new_page()
    window.set_default_timeout(PATIENCE * 1000)
    window.goto(EDITOR_PAGE)
    return window


def without_policy(route: Route) -> None:
    """The empty page without what keeps it out of the frames of sites: no test has an editor's scheme."""
    answer = route.fetch()
    headers = {name: value for name, value in answer.headers.items() if name != "content-security-policy"}
    route.fulfill(response=answer, headers=headers)


def test_the_preview_works_in_a_frame_without_other_windows(preview: Preview, chromium: Browser) -> None:
    context = chromium.new_context()
    context.route(preview.address, without_policy)
    window = framed(context, preview)
    inner = window.frame_locator("iframe")
    inner.locator(".text span").first.wait_for(state="attached")
    inner.locator("#find-opens").click()
    inner.locator("#find-words").fill("begins here")
    inner.locator(".mark.now").first.wait_for()
    inner.locator("[data-panel=files]").click()
    row = inner.locator(".files > li").nth(2)
    row.get_by_role("button").click()
    with window.expect_download() as saved:
        row.get_by_role("link").click()
    assert saved.value.suggested_filename == "crossing.html"
    with window.expect_request("**/open") as asked:
        inner.locator("#files-panel .close").click()
        inner.locator(".block").nth(3).dispatch_event("click")
    sent = asked.value.post_data_json
    assert sent and sent["framed"] is True
    context.close()


def test_a_site_cannot_have_it_in_a_frame(preview: Preview, chromium: Browser) -> None:
    context = chromium.new_context()
    window = framed(context, preview)
    window.wait_for_timeout(1500)
    assert window.frame_locator("iframe").locator("#stage").count() == 0
    context.close()
