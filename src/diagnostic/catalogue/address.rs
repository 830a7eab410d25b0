//! Findings about addresses and their records.

use crate::diagnostic::Bilingual;

findings! {
    /// A lock with a wrong first line.
    LOCK_HEADER = "lock-header", Fatal, fn lock_header() {
        ja: "このファイルの1行目は、hoshin が書いたアドレスの記録の1行目ではありません",
            "記録が壊れたまま進むと、公開済みのアドレスが失われたり、別の条項を指したりします。このファイルには何も書き込みません。",
            "版管理（git など）から、最後に正しかったファイルを戻してください。";
        en: "the first line of this file is not that of an address record of hoshin",
            "Going on with a damaged record would lose published addresses or retarget them. Nothing is written to this file.",
            "Restore the last good version of the file.";
    }
    /// A lock of a later hoshin.
    LOCK_VERSION = "lock-version", Fatal, fn lock_version(version: u32, known: u32) {
        ja: "アドレスの記録の形式が第{version}版です。この hoshin が読めるのは第{known}版です",
            "新しい hoshin が書いた記録を古い hoshin で書き換えると、記録の一部が失われます。",
            "hoshin を新しくしてください。";
        en: "this address record has format {version}; this hoshin reads format {known}",
            "An older hoshin would lose parts of what a newer one has recorded.",
            "Use a newer hoshin.";
    }
    /// Marks of an unfinished merge.
    LOCK_CONFLICT = "lock-conflict", Fatal, fn lock_conflict() {
        ja: "アドレスの記録に、二つの変更を合わせきれなかった印（<<<<<<< など）が残っています",
            "どちらの行が正しいか決まるまで、アドレスを決められません。このファイルには何も書き込みません。",
            "印の行を消し、両側の行をすべて残してください。同じ id の行が2つになるときは、どちらか一方を残します。";
        en: "the address record holds marks of an unfinished merge (<<<<<<<)",
            "Addresses cannot be assigned until it is clear which lines stand. Nothing is written to this file.",
            "Delete the marks and keep the lines of both sides; of two lines with the same id keep one.";
    }
    /// A line that ends in the middle, or a file without its last line.
    LOCK_TRUNCATED = "lock-truncated", Fatal, fn lock_truncated() {
        ja: "アドレスの記録がここで切れています",
            "切れた先にあったアドレスが分からないまま進むと、公開済みのアドレスが失われます。",
            "版管理（git など）から、最後に正しかったファイルを戻してください。";
        en: "the address record is cut off here",
            "What stood behind the cut is unknown; going on would lose published addresses.",
            "Restore the last good version of the file.";
    }
    /// A line that is not JSON.
    LOCK_LINE = "lock-line", Fatal, fn lock_line() {
        ja: "アドレスの記録のこの行を読めません",
            "手で書き換えられたか、壊れています。このファイルには何も書き込みません。",
            "版管理（git など）から、最後に正しかったファイルを戻してください。アドレスを変えたいときは hoshin anchor を使います。";
        en: "this line of the address record cannot be read",
            "It was edited by hand or damaged. Nothing is written to this file.",
            "Restore the last good version. To change what an address means, use hoshin anchor.";
    }
    /// A line with an impossible value.
    LOCK_VALUE = "lock-value", Fatal, fn lock_value(what: &str) {
        ja: "アドレスの記録のこの行に、あり得ない値があります（{what}）",
            "手で書き換えられたか、壊れています。このファイルには何も書き込みません。",
            "版管理（git など）から、最後に正しかったファイルを戻してください。アドレスを変えたいときは hoshin anchor を使います。";
        en: "this line of the address record has a value that cannot be ({what})",
            "It was edited by hand or damaged. Nothing is written to this file.",
            "Restore the last good version. To change what an address means, use hoshin anchor.";
    }
    /// An id on two lines.
    LOCK_TWICE = "lock-twice", Fatal, fn lock_twice(id: &str) {
        ja: "アドレスの記録に id「{id}」の行が2つあります",
            "二つの変更を合わせたときに起こります。どちらが正しいか分かるまで、アドレスを決められません。",
            "どちらか一方の行を消してください。どちらを残しても、次の build で今の場所が記録されます。";
        en: "the address record has two lines with the id `{id}`",
            "This happens when two changes are merged. Addresses cannot be assigned until it is clear which line stands.",
            "Delete one of the two. Whichever stays, the next build records where the clause stands now.";
    }
    /// A roster names an id whose line is missing.
    LOCK_LINE_GONE = "lock-line-gone", Fatal, fn lock_line_gone(ids: &str) {
        ja: "アドレスの記録から、次の id の行が消えています：{ids}",
            "行がなければ、その条項は公開したことがないものとして扱われ、以前のアドレスも、なくなったという知らせも失われます。",
            "版管理（git など）から、行が消える前の記録を戻してください。なくなった条項の行も、消さずに残します。";
        en: "lines of the address record are gone: {ids}",
            "Without its line a clause counts as never published; its former addresses, or the word that it is gone, would be lost.",
            "Restore the record from version control as it was before. The lines of clauses that are gone stay, too.";
    }
    /// An id is missing from all rosters, although there are rosters.
    LOCK_ROSTER_GONE = "lock-roster-gone", Fatal, fn lock_roster_gone(id: &str) {
        ja: "アドレスの記録の終わりにある控え（roster）に、id「{id}」がありません",
            "控えの行が消えています。控えは、記録の行がそっくり消えたときに、それに気付くためのものです。",
            "版管理（git など）から、行が消える前の記録を戻してください。二つの変更を合わせたのなら、両方の roster の行を残します。";
        en: "no roster at the end of the address record has the id `{id}`",
            "The line of a roster is gone. Rosters are there to notice when the whole line of a record is lost.",
            "Restore the record from version control as it was before. After a merge keep the rosters of both sides.";
    }
    /// A lock of another document.
    LOCK_OF_ANOTHER = "lock-of-another", Fatal, fn lock_of_another(recorded: &str, document: &str) {
        ja: "このアドレスの記録は文書「{recorded}」のもので、「{document}」のものではありません",
            "別の文書の記録を使うと、その文書の読者が知らない条項に案内されます。",
            "「{document}」を公開したことがあるなら、版管理（git など）から「{document}」の記録を戻してください。「{recorded}」の名前を「{document}」に変えただけで、ほかに記録がないなら hoshin anchor rename {recorded} {document} --write を実行してください。まだ公開していない文書のために記録を写したのなら、このファイルを消してください（「{recorded}」の記録が残っていることを先に確かめてください）。";
        en: "this address record belongs to the document `{recorded}`, not to `{document}`",
            "With another document's record, readers of that document would be led to clauses they do not know.",
            "If `{document}` was published before, restore its own record. If `{recorded}` was only renamed to `{document}` and there is no other record, run hoshin anchor rename {recorded} {document} --write. If the record was copied for a document not yet published, delete the copy, once you have made sure that `{recorded}` still has its own.";
    }
    /// Two records that cannot both be read.
    RECORDS_NOT_JOINED = "records-not-joined", Fatal, fn records_not_joined(recorded: &str, path: &str, document: &str, kept: &str) {
        ja: "アドレスの記録が2つあり、1つに合わせられません：「{recorded}」の記録（{path}）と、「{document}」の記録（{kept}）",
            "このまま公開すると、片方の記録にある公開済みのアドレスがすべて失われ、以前の番号へのリンクが別の文書の条項を指します。",
            "「{recorded}」の公開をやめるのなら、「{document}」の aliases から「{recorded}」を消し、hoshin anchor retire {recorded} --write を実行してください（各条項のページは残り、なくなったことを伝えます）。条項を「{document}」に移したのなら、「{recorded}」の原稿を戻し、条項ごとに hoshin anchor move で移してから、同じようにします。どちらでもなければ、原稿と記録を版管理（git など）から戻してください。";
        en: "there are two address records that cannot be joined: that of `{recorded}` ({path}) and that of `{document}` ({kept})",
            "Published like this, every address in one of them would be lost, and links to its numbers would lead to clauses of another document.",
            "If `{recorded}` is taken down, remove it from the `aliases` of `{document}` and run hoshin anchor retire {recorded} --write: the pages of its clauses stay and say so. If its clauses were moved, restore its text, move each with hoshin anchor move, and then do the same. Otherwise restore texts and records from version control.";
    }
    /// A document under the former name of another.
    FORMER_NAME_TAKEN = "former-name-taken", Fatal, fn former_name_taken(document: &str, now: &str) {
        ja: "「{document}」は、公開済みの文書「{now}」の以前の名前です。別の文書には使えません",
            "以前のアドレスを開いた人に、引用されたものとは別の文書を見せてしまいます。",
            "この文書に別の名前を付けてください（ファイルの名前か id を変えます）。「{now}」の名前を元に戻したのなら、記録（.lock）も移して hoshin anchor rename {now} {document} --write を実行してください。以前のアドレスを捨ててもよいときだけ、hoshin anchor forget {document} --write を実行し、aliases からも消します。";
        en: "`{document}` is a former name of the published document `{now}` and cannot be given to another",
            "Whoever opens the old address would see another document than the one that was cited.",
            "Give this document another name (that of its file, or its id). If `{now}` has got its former name back, move its record (.lock), too, and run hoshin anchor rename {now} {document} --write. Only to give up the old addresses, run hoshin anchor forget {document} --write and remove it from `aliases`.";
    }
    /// A former name whose record is missing.
    FORMER_RECORD_MISSING = "former-record-missing", Fatal, fn former_record_missing(former: &str, path: &str, document: &str) {
        ja: "公開済みの文書「{former}」の記録（{path}）がなく、「{document}」の記録にも引き継がれていません",
            "以前の名前で公開したアドレスがすべて失われ、以前の番号へのリンクが別の文書の条項を指します。",
            "版管理（git など）から {path} を戻してください。「{document}」の記録がもともと「{former}」のものだったと確かめたときだけ hoshin anchor rename {former} {document} --write を、アドレスをすべて捨てるときだけ hoshin anchor forget {former} --write を実行します。";
        en: "the address record ({path}) of the published document `{former}` is missing, and the record of `{document}` does not continue it",
            "Every address published under the former name would be lost, and links to its numbers would lead to clauses of another document.",
            "Restore {path}. Only if you have made sure that the record of `{document}` was that of `{former}`, run hoshin anchor rename {former} {document} --write; only to give up all its addresses, hoshin anchor forget {former} --write.";
    }
    /// A document that was taken down has no record.
    WITHDRAWN_RECORD_MISSING = "withdrawn-record-missing", Fatal, fn withdrawn_record_missing(document: &str, path: &str) {
        ja: "公開を終えた文書「{document}」のアドレスの記録（{path}）がありません",
            "公開を終えた文書は、記録だけで「なくなった条項」を案内しています。記録がないと、公開済みのアドレスがすべて失われます。",
            "版管理（git など）から {path} を戻してください。アドレスをすべて捨てるときだけ、hoshin anchor forget {document} --write を実行します。";
        en: "the address record ({path}) of the document `{document}`, which was taken down, is missing",
            "The record alone tells readers of old links what became of a document that was taken down. Without it every address is lost.",
            "Restore {path}. Only to give up all its addresses, run hoshin anchor forget {document} --write.";
    }
    /// Published addresses that are in no record.
    PUBLISHED_UNRECORDED = "published-unrecorded", Fatal, fn published_unrecorded_of(folder: &str, addresses: &str, documents: &Bilingual) {
        ja: "「{folder}」にあるサイトの次のアドレスが、どの記録（.lock）にもありません：{addresses}{documents}",
            "記録がなくなったまま公開すると、公開済みのリンクや引用、印刷した二次元コードが行き先を失います。",
            "版管理（git など）か控えから、content の記録（.lock と site.lock）を戻してください。別のブランチで作ったサイトが残っているだけなら、そのブランチに戻るか、その記録と原稿を取り込みます。「{folder}」をまだどこにも公開していないか、以前のアドレスを捨ててもよいときだけ、hoshin anchor forget 文書 --write を実行するか、「{folder}」を別の名前に変えてからもう一度実行します。";
        en: "these addresses of the site in {folder} are in no record (.lock): {addresses}{documents}",
            "Published without their records, links, citations and printed QR codes would lead nowhere.",
            "Restore the records below content (.lock, and site.lock) from version control or a backup. If the site was only built on another branch, go back to that branch or merge its records and texts. Only if {folder} was never published anywhere, or its addresses may be given up, run hoshin anchor forget DOCUMENT --write, or rename {folder} and run the command again.";
    }
    /// Published addresses that are not in the record of their document.
    PUBLISHED_NEWER = "published-newer", Warning, fn published_newer_of(folder: &str, addresses: &str, documents: &Bilingual) {
        ja: "「{folder}」にあるサイトの次のアドレスが、その文書の記録（.lock）にありません：{addresses}{documents}",
            "記録が、前に作ったサイトより古いものです。そのサイトを公開していたのなら、これらのアドレスへのリンクは行き先を失います。",
            "公開していたのなら、版管理（git など）か控えから、最後に公開したときの記録（.lock）と原稿に戻してください。試しに作っただけで公開していないのなら、そのままで構いません。";
        en: "these addresses of the site in {folder} are not in the records (.lock) of their documents: {addresses}{documents}",
            "The records are older than the site that was made before. If that site was published, links to these addresses would lead nowhere.",
            "If it was published, restore records (.lock) and texts as they were last published. If it was a trial, nothing needs to be done.";
    }
    /// A published document without its lock.
    LOCK_MISSING = "lock-missing", Fatal, fn lock_missing(document: &str, path: &str) {
        ja: "公開済みの文書「{document}」のアドレスの記録（{path}）がありません",
            "記録を作り直すと、公開済みのアドレスがすべて失われます。",
            "版管理（git など）から {path} を戻してください。アドレスをすべて捨てて始めからやり直すときだけ、hoshin anchor forget {document} を実行します。";
        en: "the address record ({path}) of the published document `{document}` is missing",
            "A new record would lose every address published so far.",
            "Restore {path}. Only to give up all its addresses and start anew, run hoshin anchor forget {document}.";
    }
    /// A lock that was not moved with its document.
    LOCK_LEFT_BEHIND = "lock-left-behind", Fatal, fn lock_left_behind(document: &str, right: &str) {
        ja: "文書「{document}」の名前が変わりましたが、アドレスの記録が元の場所に残っています",
            "記録のない文書は、新しい文書として扱われてしまいます。",
            "このファイルを {right} に移してください。";
        en: "the document is called `{document}` now, but its address record has stayed behind",
            "Without its record it would be taken for a new document.",
            "Move this file to {right}.";
    }
    /// The list of published documents is missing.
    SITE_LOCK_MISSING = "site-lock-missing", Fatal, fn site_lock_missing() {
        ja: "公開した文書の一覧（content/site.lock）がありません",
            "アドレスの記録はあるのに一覧がないと、消えた文書に気付けません。",
            "版管理（git など）から content/site.lock を戻してください。戻せないときは hoshin anchor adopt --write で今ある記録から作り直せます。";
        en: "the list of published documents (content/site.lock) is missing",
            "Without it, a document that has vanished would go unnoticed.",
            "Restore content/site.lock, or make a new one of the records there are with hoshin anchor adopt --write.";
    }
    /// A published document is missing.
    DOCUMENT_LOST = "document-lost", Fatal, fn document_lost(document: &str, way: &Bilingual) {
        ja: "公開済みの文書「{document}」がなくなっています",
            "この文書へのリンクや引用がすべて行き先を失います。",
            "{way}";
        en: "the published document `{document}` is gone",
            "Every link to it and every citation of it would lead nowhere.",
            "{way}";
    }
    /// A published document is withheld again.
    DOCUMENT_UNPUBLISHED = "document-unpublished", Warning, fn document_unpublished(document: &str) {
        ja: "一度公開した文書「{document}」が、公開されない状態に戻されています",
            "この文書へのリンクや引用は、公開し直すまで行き先を失います。",
            "公開を続けるなら status: published に（publish_at は、書いてあれば過ぎた日時に）、新しい文書に代わったのなら status: superseded にしてください。";
        en: "the document `{document}` was published once and is withheld now",
            "Links to it and citations of it lead nowhere until it is published again.",
            "Write status: published (and no publish_at that is still to come), or status: superseded if a newer one has taken its place.";
    }
    /// A former name that cannot be used.
    ALIAS_CLASH = "alias-clash", Fatal, fn alias_clash(alias: &str, document: &str) {
        ja: "以前の名前「{alias}」は、いま文書「{document}」を指しています",
            "一つのアドレスから二つの文書へは案内できません。",
            "新しいほうの文書に、まだ使っていない名前を付けてください。公開済みの名前は、次の文書に渡せません。";
        en: "the former name `{alias}` means the document `{document}` now",
            "One address cannot lead to two documents.",
            "Give the newer document a name that was never used. A published name cannot be handed on.";
    }
    /// Former names that form a loop.
    ALIAS_LOOP = "alias-loop", Fatal, fn alias_loop(document: &str) {
        ja: "文書「{document}」の名前の変更が一巡して、元に戻っています",
            "以前のアドレスからの案内が終わりません。",
            "content/site.lock と aliases から、今の名前を「以前の名前」とする行を取り除いてください。";
        en: "the renamings of the document `{document}` lead in a circle",
            "Whoever follows an old address would never arrive.",
            "Remove from content/site.lock and from `aliases` what calls a present name a former one.";
    }
    /// An id with characters an address may not have.
    ADDRESS_FORM = "address-form", Error, fn address_form(id: &str) {
        ja: "条項の id「{id}」は使えません",
            "id はそのままアドレスになります。メールや QR コードで崩れないよう、使える文字を限っています。",
            "英小文字で始め、英小文字・数字・ハイフンだけで、60字以内で付けてください（例：line-toroku）。";
        en: "the clause id `{id}` cannot be used",
            "Ids become addresses, and must survive mails and QR codes.",
            "Start with a lowercase ASCII letter; use lowercase letters, digits and hyphens only, at most 60 (line-toroku).";
    }
    /// An id that looks like a position or belongs to the page.
    ADDRESS_RESERVED = "address-reserved", Error, fn address_reserved(id: &str) {
        ja: "条項の id「{id}」は、場所を表す番号（s5-1 など）やページの部品の名前と同じ形です",
            "読む人が、番号の変わらない id と、今の場所を表す番号とを区別できません。",
            "内容を表す言葉にしてください（例：line-toroku）。";
        en: "the clause id `{id}` has the form of a position (s5-1) or is a name the page needs",
            "A reader could not tell a permanent id from a place that changes.",
            "Use a word that says what the clause is about (line-toroku).";
    }
    /// An id that is taken.
    ADDRESS_CLASH = "address-clash", Fatal, fn address_clash(id: &str, here: &str, there: &str) {
        ja: "id「{id}」が {here} と {there} の両方にあります",
            "一つのアドレスが二つの条項を指すことはできません。",
            "まだ公開していない方の id を変えてください。";
        en: "the id `{id}` is both in {here} and in {there}",
            "One address cannot mean two clauses.",
            "Change the one that has not been published yet.";
    }
    /// A published clause with several candidates in today's text.
    ADDRESS_UNCLEAR = "address-unclear", Fatal, fn address_unclear(clause: &str, texts: &str, ja: &str, en: &str) {
        ja: "公開済みの{clause}が今のどの条項に当たるか、決められません（－ 公開済みの文、＋ 今の文）\n{texts}",
            "取り違えると、公開済みのリンクや引用が、黙って別の条項を指すようになります。",
            "次のどれかを実行してください。\n{ja}";
        en: "it cannot be decided which clause of today the published {clause} is (－ as published, ＋ as of today)\n{texts}",
            "A wrong guess would make published links and citations mean another clause without anyone noticing.",
            "Run one of these:\n{en}";
    }
    /// Equal clauses, of which there are more or fewer than before.
    ADDRESS_NUMBER_UNCLEAR = "address-number-unclear", Fatal, fn address_number_unclear(before: usize, now: usize, texts: &str, ja: &str, en: &str) {
        ja: "同じ文の条項が {before} 件から {now} 件になりました。どれがなくなったか、どれが新しいかを決められません（－ 公開済みの文、＋ 今の文）\n{texts}",
            "文が同じ条項は、文からは見分けられません。取り違えると、公開済みのリンクが、黙って別の条項を指すようになります。",
            "次のどれかを実行してください。ほかのものなら、hoshin anchor list で調べた id や場所を同じ形で指定します。\n{ja}";
        en: "there were {before} clauses with the same text and are {now} now; it cannot be decided which are gone or new (－ as published, ＋ as of today)\n{texts}",
            "Clauses with the same text cannot be told apart by it. A wrong guess would make published links mean another clause without anyone noticing.",
            "Run one of these. For another one, give its id or place (hoshin anchor list) in the same way.\n{en}";
    }
    /// A clause whose text is now in another document.
    ADDRESS_MOVED_AWAY = "address-moved-away", Fatal, fn address_moved_away(name: &str, id: &str, place: &str) {
        ja: "公開済みの「{name}」（{id}）がなくなり、同じ文が {place} に現れました",
            "文書をまたぐ移動は、写しただけの場合と見分けがつかないため、確かめずには引き継ぎません。",
            "移したのなら hoshin anchor move {id} {place} --write を、別の条項なら hoshin anchor retire {id} --write を実行してください。";
        en: "the published {name} ({id}) is gone, and the same text has appeared at {place}",
            "A move to another document cannot be told from a copy, so it is never assumed.",
            "If it was moved, run hoshin anchor move {id} {place} --write; if it is another clause, hoshin anchor retire {id} --write.";
    }
    /// A clause with others below it, whose texts are now in another document.
    ADDRESS_SECTION_MOVED_AWAY = "address-section-moved-away", Fatal, fn address_section_moved_away(name: &str, id: &str, place: &str, count: usize) {
        ja: "公開済みの「{name}」（{id}）が、その下の条項とともになくなり、同じ文が {place} に現れました（同じ文 {count} 件）",
            "文書をまたぐ移動は、写しただけの場合と見分けがつかないため、確かめずには引き継ぎません。",
            "移したのなら hoshin anchor move {id} {place} --with-children --write を、別の条項なら hoshin anchor retire {id} --with-children --write を実行してください。";
        en: "the published {name} ({id}) is gone with those below it, and the same texts have appeared at {place} ({count} of them)",
            "A move to another document cannot be told from a copy, so it is never assumed.",
            "If it was moved, run hoshin anchor move {id} {place} --with-children --write; if these are other clauses, hoshin anchor retire {id} --with-children --write.";
    }
    /// A published clause is missing from the text.
    ADDRESS_WITHDRAWN = "address-withdrawn", Info, fn address_withdrawn(name: &str, id: &str, text: &str) {
        ja: "公開済みの「{name}」（{id}：{text}）が本文からなくなりました",
            "そのアドレスは、ページの末尾で「なくなった条項」として残り、古いリンクから来た人に事情を伝えます。",
            "理由や代わりの条項を示すには hoshin anchor retire {id} --reason 理由 を、番号を欠番として残すには hoshin anchor reserve {id} を使ってください。";
        en: "the published {name} ({id}: {text}) is no longer in the text",
            "Its address stays, at the foot of the page, and tells whoever follows an old link what became of it.",
            "To give a reason use hoshin anchor retire {id} --reason TEXT; to keep its number free, hoshin anchor reserve {id}.";
    }
    /// A published clause with other words. It is a warning where a small change may change the sense.
    ADDRESS_REWORDED = "address-reworded", Info, fn address_reworded(clause: &str, texts: &str, doubt: &Bilingual) {
        ja: "公開済みの{clause}の文が変わりました{doubt}（－ 公開済みの文、＋ 今の文）\n{texts}",
            "アドレスは同じ条項を指し続けるため、以前のリンクや引用から来た人は、今の文を読むことになります。",
            "同じ条項の言い直しなら、そのままで構いません。別の条項に替えたのなら、公開する前に、元の条項を hoshin anchor retire で「なくなった条項」にしてください。";
        en: "the words of the published {clause} have changed{doubt} (－ as published, ＋ as of today)\n{texts}",
            "Its address still means this clause, so whoever follows an old link or citation reads the new words.",
            "If the clause says the same in other words, all is well. If another clause has taken its place, run hoshin anchor retire for the old one before you publish.";
    }
    /// Positions that belong to other clauses than before.
    ADDRESS_RETARGETED = "address-retargeted", Info, fn address_retargeted(places: &str) {
        ja: "次の番号は、前の版とは別の条項を指すようになりました：{places}",
            "id の付いたリンク（s5-1.k7f3q の形）は変わらず元の条項に届きます。番号だけのリンクで来た人には、ページが前の版の条項を案内します。",
            "番号の変更が意図どおりなら、そのままで構いません。冒頭に revised（改定日）を書いておくと、どの版の番号かを案内できます。";
        en: "these numbers mean other clauses than in the version before: {places}",
            "Links with an id (s5-1.k7f3q) still arrive at their clause; who comes with a bare number is told on the page.",
            "If the numbers were meant to change, all is well. With a date under `revised`, the page can say of which version a number was.";
    }
    /// A lock that a build would change.
    LOCK_OUTDATED = "lock-outdated", Fatal, fn lock_outdated() {
        ja: "アドレスの記録が今の本文と合っていません（--locked のため書き換えません）",
            "記録が古いまま公開すると、次の改定のときに条項の対応を見失います。",
            "手元で hoshin build を実行し、変わった .lock を本文と一緒に登録してください。site.lock では、aliases に書いた以前の名前がまだ登録されていないときにもこうなります。";
        en: "the address record does not agree with the text (and --locked forbids to change it)",
            "Published with an old record, the next revision could not tell which clause is which.",
            "Run hoshin build and commit the changed .lock files together with the text. For site.lock the reason may be a former name under `aliases` that is not recorded there yet.";
    }
    /// An answer about an id that does not exist.
    ANCHOR_UNKNOWN_ID = "anchor-unknown-id", Fatal, fn anchor_unknown_id(id: &str, document: &str) {
        ja: "文書「{document}」に「{id}」という公開済みの条項はありません",
            "打ち間違いのまま進むと、別の条項のアドレスを変えてしまいます。",
            "hoshin anchor list {document} で id を確かめてください。";
        en: "the document `{document}` has no published clause `{id}`",
            "A typing error must not change the address of another clause.",
            "Look up the id with hoshin anchor list {document}.";
    }
    /// An answer about a place that does not exist.
    ANCHOR_UNKNOWN_PLACE = "anchor-unknown-place", Fatal, fn anchor_unknown_place(position: &str, document: &str) {
        ja: "文書「{document}」の今の本文に「{position}」という場所はありません",
            "アドレスの行き先は、今の本文にある条項でなければなりません。",
            "hoshin anchor list {document} で場所を確かめてください。";
        en: "the document `{document}` has no place `{position}` now",
            "An address must lead to a clause that is in the text.",
            "Look up the place with hoshin anchor list {document}.";
    }
    /// An answer about a word that is no id, document or place.
    ANCHOR_NOWHERE = "anchor-nowhere", Fatal, fn anchor_nowhere(what: &str) {
        ja: "「{what}」という公開済みの条項も文書も見つかりません",
            "打ち間違いのまま進むと、別の条項のアドレスを変えてしまいます。",
            "文書の一覧は hoshin anchor list で、文書の条項の一覧は hoshin anchor list 文書の名前 で確かめられます。";
        en: "there is no published clause and no document `{what}`",
            "A typing error must not change the address of another clause.",
            "hoshin anchor list shows the documents, hoshin anchor list DOC the clauses of one.";
    }
    /// An answer about a place of another document.
    ANCHOR_OTHER_DOCUMENT = "anchor-other-document", Fatal, fn anchor_other_document(id: &str, owner: &str, place: &str) {
        ja: "条項「{id}」は文書「{owner}」のもので、{place} は別の文書の場所です",
            "文書をまたぐ移動は、写しと見分けるために、別の命令で確かめています。",
            "移したのなら hoshin anchor move {id} {place} --write を実行してください。";
        en: "the clause `{id}` belongs to the document `{owner}`, and {place} is a place of another one",
            "A move to another document has a command of its own, so that it is not confused with a copy.",
            "If it was moved, run hoshin anchor move {id} {place} --write.";
    }
    /// An answer about a document that is still there.
    ANCHOR_DOCUMENT_STANDS = "anchor-document-stands", Fatal, fn anchor_document_stands(document: &str) {
        ja: "文書「{document}」は今も原稿にあります",
            "今ある文書を、名前の変わった文書や、公開を終えた文書として記録することはできません。",
            "名前を変えたのなら原稿のファイルの名前を、公開を終えるのなら原稿のファイルを取り除くのを、先にしてください。写しただけなら、新しい文書には新しいアドレスが付きます。";
        en: "the document `{document}` is still there",
            "A document that is there can be recorded neither as renamed nor as taken down.",
            "Rename the file first, or remove it if the document is to be taken down. A copy gets addresses of its own.";
    }
    /// A list that need not be made anew.
    ANCHOR_LIST_STANDS = "anchor-list-stands", Fatal, fn anchor_list_stands() {
        ja: "公開した文書の一覧（content/site.lock）は失われていません",
            "作り直すと、公開を終えた文書や名前を変えた文書の記録が失われます。",
            "何もする必要はありません。";
        en: "the list of published documents (content/site.lock) is not missing",
            "Made anew, it would forget which documents were renamed or taken down.",
            "Nothing needs to be done.";
    }
    /// A citation with several meanings.
    CITATION_AMBIGUOUS = "citation-ambiguous", Fatal, fn citation_ambiguous(citation: &str, candidates: &str) {
        ja: "この引用は、次のどれとも読めます：{citation}{candidates}",
            "引用の行き先は一つでなければなりません。",
            "上のどれかをそのまま指定してください。";
        en: "this can mean any of the places below: {citation}{candidates}",
            "A citation must lead to one place.",
            "Use one of the above as it stands.";
    }
    /// A citation of a place that does not exist.
    CITATION_NOT_FOUND = "citation-not-found", Fatal, fn citation_not_found_of(citation: &str, hint: &Bilingual) {
        ja: "この引用に当たるものは、公開している文書にありません：{citation}",
            "引用は、公開している文書の条項・文書・計画に当たるものだけを探せます。",
            "{hint}文書の題名と番号（例：「令和8年度政策経営部の運営方針」5(1)）、id（k7f3q）、または場所（r8/seisaku-keiei#s5-1）で指定してください。";
        en: "nothing that is public is cited by this: {citation}",
            "A citation leads to a clause, a document or a plan of this site.",
            "{hint}Give a title and a number (「令和8年度政策経営部の運営方針」5(1)), an id (k7f3q) or a place (r8/seisaku-keiei#s5-1).";
    }
    /// An answer about a place where another clause stands.
    ANCHOR_PLACE_TAKEN = "anchor-place-taken", Fatal, fn anchor_place_taken(position: &str, owner: &str) {
        ja: "「{position}」は、公開済みの別の条項（{owner}）です",
            "一つの条項が、同時に二つの公開済みの条項ではあり得ません。",
            "場所を打ち間違えていないか、hoshin anchor show {owner} で確かめてください。二つが一つになったのなら hoshin anchor merge を使います。";
        en: "`{position}` is another published clause ({owner})",
            "One clause cannot be two published ones at once.",
            "Compare the place with hoshin anchor show {owner}. If the two have become one, use hoshin anchor merge.";
    }
}
