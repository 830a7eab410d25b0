//! The vocabulary all rooms speak: documents, clauses, labels, dates, organizations, plans.
//!
//! Nothing here reads a file, knows Markdown's syntax or writes HTML.

mod accessibility;
mod address;
mod annex;
mod appearance;
mod cascade;
mod channel;
mod citation;
mod clause;
mod criteria;
mod date;
mod division;
mod document;
mod fill_in;
mod first_paragraph;
mod formula;
mod identity;
mod invisible;
mod label;
mod language;
mod language_tag;
mod law;
mod letterhead;
mod look_alike;
mod name;
mod objective;
mod posting;
mod published;
mod registry;
mod sibling_counts;
mod site_name;
mod site_release;
mod table;
mod table_layout;
mod text;
mod unreleased;
mod walk;

pub use accessibility::{Accessibility, AccessibilityTest, CriterionOutcome, SignedResult};
pub use address::{Addresses, ClauseAddress, ClauseDates, FormerPosition, Retargeted, Tombstone, TombstoneState};
pub use annex::{ANNEX_WORDS, numbered_form};
pub use appearance::{
    Appearance, Color, Colors, DARK_GROUNDS, Font, LEAST_CONTRAST, LIGHT_GROUNDS, Logo, ThemeSettings, WebLink,
};
pub use cascade::{Implements, NotApplicable, Relation};
pub use channel::{CHANNELS, Channel, LengthUnit, Limit, Purpose};
pub use citation::{
    Citation, CitationForm, CitationReading, ClosedName, ClosedRange, CounterWord, Dated, Edition, LocalPlaces,
    LocalReference, LocalReferences, Place, PlaceMatch, Places, further_places, leading_place, number_apart,
    version_after, version_before_place,
};
pub use clause::{Block, Body, Clause, ClauseKind, Content, Footnote, Frame, FrameKind, SpannedCell, Table};
pub use criteria::{CRITERIA, Criterion, Judge, Lists};
pub use date::{
    DateError, EraOverrun, FiscalYear, FoundDate, Moment, Period, WrittenDate, dates_in, english_date, english_month,
    era_date, full_date,
};
pub use division::{Division, NumberedDivision, roman_value};
pub use document::{Contact, Document, DocumentId, Issuer, Metadata, Status, TextCorrection, Upper};
pub use fill_in::{FILL_IN_MARKS, fill_in_marks};
pub use formula::formula_start;
pub use identity::{ClauseId, Fragment, Position};
pub use invisible::{Invisible, InvisibleKind, is_direction, is_right_to_left, suspects};
pub use label::{Label, LabelKind};
pub use language::{NamingLanguage, language_name, primary_language};
pub use language_tag::{is_language_tag, nearest_language_tag};
pub use law::{LawNumber, law_numbers};
pub use letterhead::{Letterhead, LetterheadKind, LetterheadLine};
pub use look_alike::{
    character_names, decomposed, exchanged, is_invisible, look_alike_key, name_key, named_differences,
};
pub use name::{Name, title_in_citation};
pub use objective::{
    Decimal, Direction, Due, Indicator, IndicatorKind, Meaning, Missing, Objective, Point, Progress, ProgressGap,
    Quantity, Shape, Stated, StatusWord, reaches,
};
pub use posting::{CSV_FIELDS, CsvTable, Posting};
pub use published::Published;
pub use registry::{Organization, Plan, Site, Term};
pub use sibling_counts::SiblingCounts;
pub use site_name::SiteName;
pub use site_release::{Release, SiteRelease};
pub use table::{CaptionSide, TableCaption};
pub use table_layout::{CellRole, CellShape, ColumnAlignment, PlacedCell, TableLayout, covering};
pub use text::{Foreign, Image, Inline, Link, Reference, RubyPair, plain_text};
pub use unreleased::Unreleased;
pub use walk::{RunningText, TextPart, each_inline};
