//! Sites to measure: documents as large as the two real ones. The same number of documents gives the same site.

use std::error::Error;
use std::fs;
use std::path::Path;

const REAL: [&str; 2] =
    [include_str!("../../content/r7/shisei-unei.md"), include_str!("../../content/r8/seisaku-keiei.md")];

/// Writes a site; returns the bytes of its Markdown.
pub(crate) fn generate(site: &Path, documents: u32) -> Result<usize, Box<dyn Error>> {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let sentences: Vec<&str> = REAL.iter().flat_map(|text| body(text).lines().flat_map(sentences)).collect();
    let content = site.join("content");
    fs::create_dir_all(&content)?;
    let settings = "title: 測定用の方針\ncity: 見本市\ndescription: 測定用\nbase_url: https://hoshin.example/\n";
    fs::write(content.join("site.yaml"), settings)?;
    let mut total = 0;
    for number in 0..documents {
        let real = REAL[number as usize % REAL.len()];
        let year = 8 + number % 20;
        let text = document(real, number, year, &mut |length| random.text(&sentences, length));
        total += text.len();
        let folder = content.join(format!("r{year}"));
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(format!("d{number:05}.md")), text)?;
    }
    Ok(total)
}

fn body(text: &str) -> &str {
    text.splitn(3, "---\n").nth(2).unwrap_or_default()
}

fn sentences(line: &str) -> impl Iterator<Item = &str> {
    line.split_inclusive('。').filter(|sentence| sentence.ends_with('。') && !sentence.starts_with(['#', '(', '・']))
}

/// A document with the outline of a real one: the same labels and headings, other sentences of the same length in bytes.
fn document(real: &str, number: u32, year: u32, text: &mut impl FnMut(usize) -> String) -> String {
    let title = format!("令和{year}年度 第{number}部の運営方針");
    let date = format!("令和{year}年4月1日");
    let mut out = format!(
        "---\ntitle: {title}\nkind: 部の運営方針\nfiscal_year: R{year}\nissued: {date}\nstatus: published\n---\n\n{date}\n\n# {title}\n"
    );
    for line in body(real).lines().skip_while(|line| !line.contains("定め")) {
        let label = match line.chars().next() {
            Some('(') => &line[..line.find(' ').map_or(0, |at| at + 1)],
            Some('・') => "・",
            _ => "",
        };
        out.push('\n');
        out.push_str(label);
        if line.is_empty() || line.starts_with('#') || line == "記" {
            out.push_str(line);
        } else {
            out.push_str(&text(line.len() - label.len()));
        }
    }
    out.push('\n');
    out
}

/// xorshift64*, so that the same number of documents gives the same site.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let scrambled = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(scrambled).unwrap_or(0) % limit
    }

    /// Sentences of together at most `length` bytes, the last one cut short.
    fn text(&mut self, sentences: &[&str], length: usize) -> String {
        let mut text = String::new();
        while text.len() < length {
            text.push_str(sentences[self.below(sentences.len())]);
        }
        text.truncate(text.floor_char_boundary(length));
        text
    }
}
