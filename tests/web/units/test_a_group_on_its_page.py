"""The page of a group tells what happened to it, and its list on paper has a check line."""

from build import again, at
from grouping import Groups


def test_the_timeline_and_the_check_line_are_on_the_pages(world, sign_in):
    wlt = Groups(world)
    with at("2026-02-26"):
        tasks = wlt.tasks(2)
    with at("2026-03-30"):
        theme = wlt.made(tasks)
        wlt.found(theme, "标识<不>清")
        wlt.out(theme, tasks[0], "内容<不>同")
        client = sign_in(None, wlt.unit.officer)
        page = client.get(f"/themes/{again(theme).id}/").content.decode()
        assert "办理过程" in page and "第 1 项：标识&lt;不&gt;清" in page and "内容&lt;不&gt;同" in page
        office = sign_in(None, world.clerk).get(f"/themes/{theme.id}/").content.decode()
        assert office.count("内容&lt;不&gt;同") == 1, "the reason stands with the member alone"
        assert "本表按2026年3月30日" in client.get(f"/themes/{theme.id}/list/").content.decode()
