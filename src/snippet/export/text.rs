//! A text file for each post (UTF-8, `\n`) with nothing but the post. A thread has a file for each part.

use super::{ExportFiles, ExportRequest, stem};

pub(super) fn write(request: &ExportRequest<'_>, files: &mut ExportFiles) {
    for clause in request.clauses {
        let stem = stem(clause);
        for post in clause.posts() {
            let folder = post.channel.name;
            if let [only] = &post.parts[..] {
                files.insert(format!("{folder}/{stem}.txt"), only.clone().into_bytes());
                continue;
            }
            for (at, part) in post.parts.iter().enumerate() {
                files.insert(format!("{folder}/{stem}_{}.txt", at + 1), part.clone().into_bytes());
            }
        }
    }
}
