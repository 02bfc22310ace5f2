"""The sections of the terminal's summary, one dossier at a time."""

from collections.abc import Iterator, Sequence
from itertools import cycle

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.cli.words import Words, cited, plain
from rashomon.model import Article, Dossier, Origin, Point
from rashomon.tell.inside import within_one
from rashomon.tell.wording import how_many

# Points shown of each kind: the rest is in the report.
_MOST = 6
# One colour an outlet, in the order of the input; the siglum says the same without colour.
_COLOURS = ("cyan", "magenta", "yellow", "green", "blue", "red")
_HEADINGS = {"contradict": "contradicted", "differ": "told differently", "update": "updated since"}


class Sections:
    """One dossier as parts of the summary, each for rich to print."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.words = Words(dossier)
        self.colours = dict(zip(self.words.articles, cycle(_COLOURS), strict=False))
        self.width = max(map(len, self.words.sign.values()), default=1)

    def head(self) -> Text:
        """Title, date, place, how many articles and how many of them are independent."""
        story = self.dossier.story
        facts = [
            *filter(None, (story.date, story.place)),
            how_many(len(story.articles), "article"),
            how_many(self.dossier.comparison.independent, "independent origin"),
        ]
        return Text.assemble((plain(story.title), "bold"), "\n", plain(" · ".join(facts)), "\n")

    def articles(self) -> Table:
        """The articles: sign, outlet, date, length, and whose text it is where that is not their own."""
        table = Table.grid(padding=(0, 2, 0, 0))
        for justify in ("left", "left", "left", "right", "left"):
            table.add_column(justify=justify)
        origins = {origin.id: origin for origin in self.dossier.comparison.origins}
        main = dict(self.dossier.comparison.article_origins)
        for article in self.dossier.articles:
            origin = origins.get(main.get(article.id, ""))
            table.add_row(
                self.signs([article.id]),
                Text(plain(article.outlet or article.file)),
                Text(article.published[:10] if article.published else "no date"),
                Text(f"{len(article.text.split())} words"),
                Text(self.source(article, origin)),
            )
        return table

    def source(self, article: Article, origin: Origin | None) -> str:
        """Whose text the article is: an agency's, the same as others have, or nothing to say."""
        if origin is None or len(origin.articles) == 1:
            return plain(", ".join(article.credits))
        others = self.words.signs(id for id in origin.articles if id != article.id)
        agency = f"{plain(origin.agency)}, " if origin.agency else ""
        return f"{agency}one text with {others}"

    def points(self) -> Iterator[RenderableType]:
        """What is contested, agreed, and told by one outlet only."""
        contested = [point for relation in _HEADINGS for point in self.of(relation)]
        yield self.section("Contested", contested, [self.versions(point) for point in contested[:_MOST]])
        agreed = [point for point in self.of("agree") if len(point.articles) > 1]
        yield self.section("Agreed", agreed, [self.told(point) for point in agreed[:_MOST]])
        alone = self.of("exclusive")
        yield self.section("Told by one only", alone, [self.told(point) for point in alone[:_MOST]])

    def of(self, relation: str) -> list[Point]:
        """The points of this relation, the best founded and most telling first."""
        found = [
            point for point in self.dossier.comparison.points if point.relation == relation and not point.near
        ]
        return sorted(found, key=lambda p: (p.slot == "wording", p.independent < 2, -p.salience, p.id))

    def section(self, title: str, points: Sequence[Point], parts: Sequence[RenderableType]) -> Group:
        """A heading with its points, and how many more there are."""
        more = len(points) - len(parts)
        last = f"and {more} more in the report" if more else "" if points else "nothing found"
        lines = [*parts, Text(last, style="dim")] if last else parts
        heading = Text.assemble("\n", (title, "bold"), f"  {len(points)}")
        return Group(heading, *(Padding(line, (0, 0, 0, 2)) for line in lines))

    def versions(self, point: Point) -> RenderableType:
        """A contested point: what it is about, then each version with who prints it."""
        about = f", {point.slot}" if point.slot and point.slot != "other" else ""
        where = " within one article" if within_one(value.articles for value in point.values) else ""
        table = self.grid()
        for value in point.values:
            words, marked = self.words.value(value, point)
            line = Text(cited(words))
            line.stylize("bold", marked[0] + 1, marked[1] + 1)
            if len(value.articles) > 1:
                line.append(f" ({how_many(value.independent, 'origin')})", style="dim")
            table.add_row(self.signs(value.articles), line)
        heading = Text(f"{_HEADINGS[point.relation]}{where}{about}", style="italic")
        if point.slot == "attribution":  # their words alone do not tell who said them
            heading.append(f": {plain(point.reasons[0])}", style="dim")
        return Group(heading, table)

    def told(self, point: Point) -> RenderableType:
        """A point that is not contested: who says it, and the words that say it best."""
        line = Text(cited(self.words.point(point)))
        if len(point.articles) > 1:
            line.append(f" ({how_many(point.independent, 'origin')})", style="dim")
        table = self.grid()
        table.add_row(self.signs(point.articles), line)
        return table

    def grid(self) -> Table:
        """Two columns: the signs, then words that wrap beside them."""
        table = Table.grid(padding=(0, 1, 0, 0))
        table.add_column(width=max(12, self.width))
        table.add_column()
        return table

    def signs(self, articles: Sequence[str]) -> Text:
        """The articles' sigla, each in its outlet's colour."""
        held = [id for id in self.words.articles if id in articles]
        return Text(" ").join(Text(self.words.sign[id], style=self.colours[id]) for id in held)
