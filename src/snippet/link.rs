//! The links in posts. They lead to the clause's own page.

use crate::policy::{Channel, ClauseId, Site};

/// The page of a clause, `…/c/k7f3q/`. If the site has a campaign and a longer link takes no room in the channel, the
/// link names channel and campaign. `None` if it is not ASCII, because some platforms cut such links.
pub(super) fn to_clause(site: &Site, id: &ClauseId, channel: &Channel) -> Option<String> {
    let mut link = short(site, id);
    if let Some(campaign) = site.posting.campaign.as_ref().filter(|_| channel.utm) {
        let medium = if channel.name == "mail" { "email" } else { "social" };
        link.push_str(&format!("?utm_source={}&utm_medium={medium}&utm_campaign={campaign}", channel.name));
    }
    link.is_ascii().then_some(link)
}

/// The short address for print, without a campaign.
pub(super) fn short(site: &Site, id: &ClauseId) -> String {
    format!("{}c/{id}/", site.base_url)
}
