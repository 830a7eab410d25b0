//! The pages of the fiscal years, and the list of them.

use serde::Serialize;
use tera::Value;

use crate::site::frame::link;
use crate::site::frame::output_file::OutputFile;
use crate::site::frame::page::PageHead;
use crate::site::frame::site::SiteContext;
use crate::site::frame::words::filled;
use crate::site::frame::years::Year;

/// The page of each year.
pub(crate) fn pages(site: &SiteContext<'_>) -> Vec<OutputFile> {
    site.years.iter().map(|year| page(site, year)).collect()
}

fn page(site: &SiteContext<'_>, year: &Year<'_>) -> OutputFile {
    let words = site.words();
    let file = link::year_file(year.year);
    let title = filled(words.year_title, &[("year", &words.year(year.year))]);
    let count = year.documents.len().to_string();
    let values = [("city", site.corpus.site.city.as_str()), ("title", &title), ("count", &count)];
    let description = filled(words.year_description, &values);
    let head = PageHead::plain(&file, &title, &description);
    site.page(&head, "year.html", [("year", year.value(site.corpus, words))])
}

#[derive(Serialize)]
struct YearListEntry {
    file: String,
    name: String,
    count: String,
}

/// The list of years; none without documents.
pub(crate) fn list(site: &SiteContext<'_>) -> Option<OutputFile> {
    if site.years.is_empty() {
        return None;
    }
    let words = site.words();
    let entry = |year: &Year<'_>| YearListEntry {
        file: link::year_file(year.year),
        name: words.full_year(year.year),
        count: filled(words.years_count, &[("count", &year.documents.len().to_string())]),
    };
    let description = filled(words.years_description, &[("city", &site.corpus.site.city)]);
    let head = PageHead::plain(link::YEARS, words.years, &description);
    let entries: Vec<YearListEntry> = site.years.iter().map(entry).collect();
    Some(site.page(&head, "years.html", [("years", Value::from_serializable(&entries))]))
}
