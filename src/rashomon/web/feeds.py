"""Feeds as readers take them: Atom (RFC 4287) and JSON Feed 1.1, from the same alerts."""

from dataclasses import dataclass
from typing import Any

from rashomon.web.layout import text
from rashomon.web.show.alerts import Alert

# What a feed without entries says of when it changed last: nothing yet, which Atom has no word for.
_NEVER = "1970-01-01T00:00:00+00:00"


@dataclass(frozen=True, slots=True)
class Channel:
    """Alerts with where they come from; `base` is the desk's own address as the reader knows it."""

    title: str
    base: str
    page: str
    feed: str
    asked: str
    alerts: tuple[Alert, ...]

    def address(self, kind: str) -> str:
        """Return the whole address of the feed: `atom` or `json`."""
        return f"{self.base}{self.feed}.{kind}{self.asked}"

    def link(self, alert: Alert) -> str:
        """Return the whole address of what the alert is about."""
        return f"{self.base}/stories/{alert.story}" + ("#said" if alert.kind == "quote" else "#contested")

    @property
    def updated(self) -> str:
        """When the newest alert came."""
        return max((alert.when for alert in self.alerts), default=_NEVER)


def atom(channel: Channel) -> str:
    """Return the alerts as an Atom feed."""
    return text("live/feed.xml.j2", channel=channel)


def json_feed(channel: Channel) -> dict[str, Any]:
    """Return the alerts as a JSON Feed."""
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"rashomon: {channel.title}",
        "home_page_url": channel.base + channel.page,
        "feed_url": channel.address("json"),
        "items": [
            {
                "id": f"urn:rashomon:{alert.id}",
                "url": channel.link(alert),
                "title": f"{alert.title} ({alert.story_title})",
                "content_text": alert.text,
                "date_published": alert.when,
                "tags": [alert.kind],
            }
            for alert in channel.alerts
        ],
    }
