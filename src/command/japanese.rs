//! The help of the command line in Japanese: the same commands and options, for those who read no English.

use clap::Command;

/// Japanese words for a command: its name, what it does, its usage.
const COMMANDS: &[(&str, &str, &str)] = &[
    ("build", "公開用のサイトを作る", "hoshin build [オプション]"),
    ("check", "原稿の誤りをすべて挙げる（何も書き込まない）", "hoshin check [オプション]"),
    ("explain", "指摘の意味と直し方を読む（コードを省くと一覧）", "hoshin explain [コード]"),
    ("completions", "シェルの補完スクリプトを出力する", "hoshin completions <シェル>"),
];

/// Japanese words for an argument: its id, its value, what it does.
const ARGUMENTS: &[(&str, &str, &str)] = &[
    ("lang", "言語", "表示の言語 ja または en（省略時は LC_ALL・LC_MESSAGES・LANG に従う）"),
    ("now", "日時", "この日時の姿を作る: 2026-04-01、2026-04-01T09:00 など"),
    ("strict", "", "警告も誤りとして扱う"),
    ("format", "形式", "指摘の形式 text（標準エラー出力）、json・sarif（標準出力）"),
    ("quiet", "", "失敗の原因となる指摘だけを表示する"),
    ("verbose", "", "ファイルごとの扱いも表示する"),
    ("color", "場合", "色をつける場合 auto、always、never"),
    ("help", "", "この説明を表示する"),
    ("version", "", "版を表示する"),
    ("site", "フォルダー", "content/ があるサイトのフォルダー（省略時は今いる場所）"),
    ("output", "フォルダー", "サイトを書き込む先（省略時はサイトのフォルダーの public/）"),
    ("jobs", "数", "使うプロセッサコアの数（省略時はすべて）"),
    ("code", "コード", "指摘の [ ] の中に出るコード"),
    ("shell", "シェル", "bash、elvish、fish、powershell、zsh"),
];

const ABOUT: &str = "方針を Markdown で書き、条項ごとに番地のある公開サイトにします。";

const EXAMPLES: &str = "\
例:
  hoshin check                     原稿の誤りを調べる（何も書き込みません）
  hoshin build                     public/ に公開用のサイトを作る
  hoshin build --now 2026-04-01    4月1日の時点で公開される姿を作る
  hoshin explain                   指摘の一覧を見る

終了コード: 0 は問題なし、1 は直すべき指摘あり、2 は実行できなかったことを表します。";

const TEMPLATE: &str = "{about}\n\n使い方: {usage}\n\n{all-args}{after-help}";

/// Gives the command line its Japanese help.
pub(super) fn localise(command: Command) -> Command {
    let command = words(command)
        .about(ABOUT)
        .override_usage("hoshin <コマンド> [オプション]")
        .after_help(EXAMPLES)
        .subcommand_help_heading("コマンド");
    COMMANDS.iter().fold(command, |command, (name, about, usage)| {
        command.mut_subcommand(name, |subcommand| words(subcommand).about(*about).override_usage(*usage))
    })
}

fn words(command: Command) -> Command {
    command.help_template(TEMPLATE).mut_args(|argument| {
        let heading = if argument.is_positional() { "引数" } else { "オプション" };
        let known = ARGUMENTS.iter().find(|(id, ..)| argument.get_id() == id);
        let argument = argument.help_heading(heading);
        match known {
            None => argument,
            Some((_, "", help)) => argument.help(*help),
            Some((_, value, help)) => argument.help(*help).value_name(*value),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn everything_has_japanese_words_and_no_word_is_left_over() {
        let command = super::super::arguments::Arguments::command();
        let mut subcommands: Vec<_> = command.get_subcommands().map(Command::get_name).collect();
        let mut named: Vec<_> = COMMANDS.iter().map(|(name, ..)| *name).collect();
        subcommands.sort_unstable();
        named.sort_unstable();
        assert_eq!(subcommands, named);

        let mut arguments: Vec<_> = command
            .get_arguments()
            .chain(command.get_subcommands().flat_map(Command::get_arguments))
            .map(|argument| argument.get_id().as_str())
            .collect();
        let mut named: Vec<_> = ARGUMENTS.iter().map(|(id, ..)| *id).collect();
        arguments.sort_unstable();
        arguments.dedup();
        named.sort_unstable();
        assert_eq!(arguments, named);
    }

    #[test]
    fn the_definition_holds() {
        localise(super::super::arguments::Arguments::command()).debug_assert();
    }
}
