//! Where posts lead: the one function that writes the address of a clause's own page.

use crate::policy::{Channel, Site};

/// The page of a clause, `…/c/k7f3q/`. With a campaign, and where a longer link costs the channel nothing, it says where a
/// reader came from. `None` where it would not be ASCII: what is not is cut by some platforms.
pub(super) fn to_clause(site: &Site, id: &str, channel: &Channel) -> Option<String> {
    let mut link = format!("{}c/{id}/", site.base_url);
    if let Some(campaign) = site.posting.campaign.as_ref().filter(|_| channel.utm) {
        let medium = if channel.name == "mail" { "email" } else { "social" };
        link.push_str(&format!("?utm_source={}&utm_medium={medium}&utm_campaign={campaign}", channel.name));
    }
    link.is_ascii().then_some(link)
}

/// The short address for print: never with words about campaigns.
pub(super) fn short(site: &Site, id: &str) -> String {
    format!("{}c/{id}/", site.base_url)
}
