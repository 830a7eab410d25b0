//! A text file a post: UTF-8, `\n`, nothing in it but the post. A thread has a file for each part.

use super::{Files, Order, stem};

pub(super) fn write(order: &Order<'_>, files: &mut Files) {
    for draft in order.drafts {
        let stem = stem(draft);
        for post in draft.posts() {
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
