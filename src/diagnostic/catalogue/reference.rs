//! Findings about references.

use crate::diagnostic::Bilingual;

findings! {
    /// `[[…]]` leads nowhere.
    DANGLING_REFERENCE = "dangling-reference", Error, fn dangling_reference(target: &str, hint: Option<&str>) {
        ja: "参照「[[{target}]]」の先がありません",
            "項目を指す参照が切れていると、読み手は根拠の条項にたどり着けません。",
            "{hint}「[[r7/shisei-unei#s2-2]]」のように文書の id と項目の位置を書きます。「[[」を文字として書きたいときは「\\[[」とします。";
        en: "the reference [[{target}]] leads nowhere",
            "A reference that leads nowhere leaves the reader without the clause it rests on.",
            "{hint}Write a document's id and the position of a clause: [[r7/shisei-unei#s2-2]]. To show \"[[\" itself, write \"\\[[\".";
    }

    /// Quoted words look like an unknown document.
    UNKNOWN_DOCUMENT = "unknown-document", Info, fn unknown_document(name: &str) {
        ja: "「{name}」は、このサイトにも計画の一覧（plans.yaml）にもない文書です",
            "一覧にある文書の名前はリンクになり、どの項目がその計画を挙げているかも一覧できます。名前が似ているだけの別の計画には、決してつなぎません。",
            "計画や方針の名前なら、content/plans.yaml に載せてください（別名は aliases）。文書の名前でないなら、そのままで構いません。";
        en: "\"{name}\" is neither on this site nor in plans.yaml",
            "A name that is listed becomes a link, and its plan shows which clauses mention it. A name that is only like another is never linked to it.",
            "If it is a plan or a policy, list it in content/plans.yaml (other names under `aliases`). If it is not, nothing needs to be done.";
    }

    /// Several documents or plans have one name.
    AMBIGUOUS_NAME = "ambiguous-name", Info, fn ambiguous_name(name: &str, candidates: &str) {
        ja: "「{name}」と呼ばれるものが複数あり（{candidates}）、どれを指すか決められません",
            "版の違う計画に誤ってつなぐより、つながない方が安全なため、リンクにしません。",
            "plans.yaml の計画に期間（from・until）を書くと、文書の日付でどの版かが決まります。文書の名前なら「令和8年度…」のように年度を付けます。";
        en: "several are called \"{name}\" ({candidates}); which is meant cannot be told",
            "No link is safer than a link to the wrong edition.",
            "Give the plans in plans.yaml a period (`from`, `until`): the date of the document then tells them apart. Name documents with their year.";
    }

    /// A place in a document that has no such clause.
    CITED_CLAUSE_MISSING = "cited-clause-missing", Info, fn cited_clause_missing(citation: &str) {
        ja: "{citation}に当たる条項が、その文書に見つかりません",
            "条・章・項・号などの言葉と番号が合う条項だけにつなぎます。番号だけが同じ別の条項につなぐと、読み手は誤った根拠を読んでしまいます。リンクは文書までとします。",
            "番号の書き間違いでないか、その部分が文書に本当にあるか、原文で確かめてください。号は「第2条(1)」、番号だけの項目は「5(1)」のように、文書に印刷されたとおりに書いても構いません。";
        en: "{citation}: that document has no such clause",
            "Only a clause whose number and counter word (条, 章, 項, 号) fit is linked. A link to another clause with the same number would mislead the reader, so the link goes to the document.",
            "Check against the original that the number is right and that the document has such a part. Items may also be written as they are printed: 第2条(1), 5(1).";
    }

    /// A place of the document itself that it does not have.
    OWN_CLAUSE_MISSING = "own-clause-missing", Info, fn own_clause_missing(reference: &str) {
        ja: "「{reference}」の指す条項が、この文書にありません",
            "条項を削ったり、番号をずらしたりしたあとに、参照だけが古いまま残っていることがあります。読み手は根拠の条項にたどり着けません。リンクにはしません。",
            "番号と、「前条」「次項」などの言葉が今の条項に合っているか確かめてください。ほかの法令や文書の条項なら、その名前を前に書きます（「地方自治法第2条」）。決定した本文がこのとおりなら、そのままで構いません。";
        en: "{reference}: this document has no such clause",
            "When clauses are deleted or numbered anew, a reference to them may be left behind. The reader cannot find the clause it rests on. It becomes no link.",
            "Check the number, and words such as 前条 and 次項, against the clauses as they are now. If a clause of another law or document is meant, write its name before it: 地方自治法第2条. If this is the text that was decided, nothing needs to be done.";
    }

    /// A place that may be several clauses.
    CITED_CLAUSE_AMBIGUOUS = "cited-clause-ambiguous", Info, fn cited_clause_ambiguous(citation: &str, candidates: &str) {
        ja: "{citation}に当たる条項が複数あり（{candidates}）、どれを指すか決められません",
            "誤った条項につなぐより、つながない方が安全なため、リンクは文書までとします。",
            "章ごとに条の番号が始まる文書なら、章から書いてください（「第2章第1条」）。";
        en: "{citation} may be any of these clauses: {candidates}",
            "No link is safer than a link to the wrong clause, so the link goes to the document.",
            "Where articles are numbered anew in each chapter, name the chapter as well: 第2章第1条.";
    }

    /// A clause of an earlier version that is gone.
    CITED_CLAUSE_GONE = "cited-clause-gone", Info, fn cited_clause_gone(citation: &str, address: &str) {
        ja: "{citation}は、その日付の版の条項を指していますが、その条項は今の文書にはありません",
            "今その番号を持つのは別の条項です。そこへつなぐと、読み手は誤った根拠を読んでしまいます。リンクは文書までとします。",
            "本文が正しければ、そのままで構いません。条項がどうなったかは {address} に示されています。";
        en: "{citation} means a clause of the version of that date, which is gone",
            "Another clause may have its number now, and a link to it would mislead the reader. The link goes to the document.",
            "If the text is right, nothing needs to be done. What became of the clause is told at {address}.";
    }

    /// A place in a version that is not recorded.
    CITED_VERSION_UNKNOWN = "cited-version-unknown", Info, fn cited_version_unknown(citation: &str) {
        ja: "{citation}が指す版は記録になく、どの条項を指すか決められません",
            "今その番号を持つ条項が、その版でも同じ番号だったとは限りません。リンクは文書までとします。",
            "日付や「旧」「改正前」などの言葉が正しいか確かめてください。正しければ、そのままで構いません。";
        en: "{citation}: the version it means is not recorded, so its clause cannot be told",
            "The clause that has the number now may have had another then. The link goes to the document.",
            "Check the date and words such as 旧 or 改正前. If they are right, nothing needs to be done.";
    }

    /// A plan is mentioned after its end.
    EXPIRED_PLAN = "expired-plan", Warning, fn expired_plan_of(plan: &str, day: &str, hint: &Bilingual) {
        ja: "{plan}は、この文書の日付（{day}）には期間が終わっています",
            "終わった計画を今の根拠として挙げていると、読み手は古い計画に従って読んでしまいます。前の年度の文書を写したときに起きがちです。",
            "{hint}本文が正しいなら、plans.yaml の until を確かめてください。過去の計画として挙げているなら、そのままで構いません。";
        en: "{plan} had ended before the date of this document ({day})",
            "A plan that has ended, given as a ground, misleads the reader. It often comes from copying last year's document.",
            "{hint}If the text is right, check `until` in plans.yaml. If the plan is mentioned as a thing of the past, nothing needs to be done.";
    }

    /// The successors of a plan lead back to it.
    PLAN_LOOP = "plan-loop", Error, fn plan_loop(chain: &str) {
        ja: "計画の後継（successors）が元の計画に戻っています：{chain}",
            "後継をたどると終わりがなく、今の計画がどれか分かりません。",
            "新しい計画から古い計画へ戻っている行を消してください。後継は古い計画の側に書きます。";
        en: "the successors of a plan lead back to it: {chain}",
            "Following them never ends, so nobody can tell which plan is the current one.",
            "Remove the line that leads from the newer plan back to the older one; successors are written at the older plan.";
    }

    /// Two plans claim one name.
    PLAN_NAME_CLASH = "plan-name-clash", Warning, fn plan_name_clash(name: &str, first: &str, second: &str) {
        ja: "「{name}」を2つの計画（{first} と {second}）が名乗り、期間も重なっています",
            "本文にその名前があっても、どちらの計画か決められず、リンクになりません。",
            "同じ名前の版違いなら、それぞれに期間（from・until）を書いてください。別名（aliases）の書き間違いなら消してください。";
        en: "two plans ({first} and {second}) claim the name \"{name}\" at the same time",
            "Where a text mentions it, nobody can tell which is meant, and it becomes no link.",
            "If they are editions of one plan, give each its period (`from`, `until`). If an alias is wrong, remove it.";
    }

    /// A successor that is not in the registry.
    UNKNOWN_SUCCESSOR = "unknown-successor", Error, fn unknown_successor(id: &str, hint: Option<&str>) {
        ja: "後継の計画「{id}」が plans.yaml にありません",
            "古い計画のページから新しい計画へ案内できません。",
            "{hint}plans.yaml にある計画の id を書いてください。";
        en: "the successor {id} is not in plans.yaml",
            "The page of the old plan could not lead to the new one.",
            "{hint}Write the id of a plan in plans.yaml.";
    }
}
