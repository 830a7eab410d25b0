//! For tests: one table of the forms of numbers and years. Each room that reads them tests itself with this table, so that a form
//! is read alike in labels, citations, dates, searches and posts.

/// Whole numbers with their values.
pub(crate) const NUMERALS: [(&str, u32); 22] = [
    ("2", 2),
    ("２", 2),
    ("二", 2),
    ("10", 10),
    ("十", 10),
    ("一〇", 10),
    ("十二", 12),
    ("一二", 12),
    ("二十六", 26),
    ("二六", 26),
    ("３１", 31),
    ("百三", 103),
    ("百〇三", 103),
    ("一〇三", 103),
    ("九百九十九", 999),
    ("千", 1_000),
    ("千一", 1_001),
    ("千五十", 1_050),
    ("二千", 2_000),
    ("二千二十六", 2_026),
    ("二〇二六", 2_026),
    ("一万二千", 12_000),
];

/// Years of eras with their western years.
pub(crate) const YEARS: [(&str, i16); 22] = [
    ("令和8", 2026),
    ("令和８", 2026),
    ("令和八", 2026),
    ("令和十", 2028),
    ("令和一〇", 2028),
    ("令和元", 2019),
    ("㋿8", 2026),
    ("令8", 2026),
    ("令元", 2019),
    ("R8", 2026),
    ("Ｒ８", 2026),
    ("r8", 2026),
    ("R元", 2019),
    ("平成三十一", 2019),
    ("H31", 2019),
    ("平31", 2019),
    ("昭和五十五", 1980),
    ("昭和五五", 1980),
    ("S55", 1980),
    ("昭55", 1980),
    ("T15", 1926),
    ("M45", 1912),
];

/// Words that look like a number and are none.
pub(crate) const NO_NUMERALS: [&str; 3] = ["十二三", "二三十", "百千"];
