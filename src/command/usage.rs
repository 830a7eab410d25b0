//! The messages for a command line that cannot be understood.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::diagnostic::Lang;

/// The message for an error of the command line, with a final line end.
pub(super) fn message(error: &clap::Error, lang: Lang) -> String {
    match (lang, japanese(error)) {
        (Lang::Ja, Some(sentence)) => {
            let tip = suggestion(error).map_or_else(String::new, |near| format!("  もしかして: {near}\n"));
            format!("エラー: {sentence}\n{tip}\n使い方は hoshin --help で読めます。\n")
        }
        _ => error.render().to_string(),
    }
}

fn japanese(error: &clap::Error) -> Option<String> {
    let argument = text(error, ContextKind::InvalidArg);
    let value = text(error, ContextKind::InvalidValue);
    Some(match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!("「{}」というコマンドはありません", text(error, ContextKind::InvalidSubcommand)?)
        }
        ErrorKind::MissingSubcommand => {
            let command = text(error, ContextKind::InvalidSubcommand)?;
            let known = text(error, ContextKind::ValidSubcommand)?;
            format!("「{command}」のあとに、することが必要です（{known} のいずれか）")
        }
        ErrorKind::UnknownArgument => format!("「{}」という指定はできません", argument?),
        ErrorKind::InvalidValue if value.as_deref().unwrap_or_default().is_empty() => {
            format!("「{}」に値がありません{}", argument?, choices(error))
        }
        ErrorKind::InvalidValue => format!("「{}」に「{}」は指定できません{}", argument?, value?, choices(error)),
        ErrorKind::ValueValidation => {
            let reason =
                std::error::Error::source(error).map_or_else(String::new, |reason| format!("（例: {reason}）"));
            format!("「{}」の値「{}」を読めません{reason}", argument?, value?)
        }
        ErrorKind::MissingRequiredArgument => format!("「{}」が必要です", argument?),
        ErrorKind::ArgumentConflict => match (argument?, text(error, ContextKind::PriorArg)?) {
            (argument, prior) if argument == prior => format!("「{argument}」は1回だけ指定できます"),
            (argument, prior) => format!("「{argument}」は「{prior}」と同時に指定できません"),
        },
        _ => return None,
    })
}

fn choices(error: &clap::Error) -> String {
    text(error, ContextKind::ValidValue).map_or_else(String::new, |known| format!("（{known} のいずれか）"))
}

fn suggestion(error: &clap::Error) -> Option<String> {
    [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .into_iter()
        .find_map(|kind| text(error, kind))
}

fn text(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) if !texts.is_empty() => Some(texts.join("、")),
        ContextValue::StyledStr(text) => Some(text.to_string()),
        _ => None,
    }
}
