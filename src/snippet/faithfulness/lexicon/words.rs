//! The words of the checks, by their effect on the meaning. All are written as [`Folded`](super::super::folded::Folded) writes them.

/// The effect of a word on the meaning of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Class {
    /// No effect; the word only contains another word of the table.
    Neutral,
    /// One of two opposites.
    Pole,
    /// Promises less: 努める, 検討する.
    Hedge,
    /// Limits the words after it: 実質, 一部の.
    LimitNext,
    /// Limits the rest of its part of the sentence: 原則として, 必要に応じて.
    LimitRest,
    /// Limits the words before it: のみ, を除く.
    LimitBefore,
    /// Leaves the list open: 等, など.
    Loose,
    /// Without exception: 全て, 必ず.
    Universal,
    /// Above all others: 最高, 日本一.
    Superlative,
    /// Something done or granted: 決定, 無料, 達成.
    Fact,
    /// Carrying out what may only be considered: 実施.
    Action,
    /// A degree: 大幅に.
    Emphasis,
    /// A time relative to today: 年内, 来年.
    Time,
    /// A condition: 場合は.
    Condition,
    /// An occasion, or something that comes first: 当たっては, 上で.
    Occasion,
    /// And: 及び.
    And,
    /// Or: 又は.
    Or,
    /// An aim that is not yet reached: に向け, につなげ.
    Purpose,
    /// A cause: そのため, おかげで.
    Cause,
    /// A negation: ない, ません.
    Negation,
    /// A duty: なければならない, 必須.
    Duty,
    /// A request to the reader: ください.
    Request,
    /// A person or body.
    Actor,
    /// An amount in words: 半減, 多数.
    Amount,
    /// An exception: ただし.
    Proviso,
}

use Class::{
    Action, Actor, Amount, And, Cause, Condition, Duty, Emphasis, Fact, Hedge, LimitBefore, LimitNext, LimitRest,
    Loose, Negation, Neutral, Occasion, Or, Proviso, Purpose, Request, Superlative, Time, Universal,
};

/// Each row is a group of words that mean the same.
pub(super) const WORDS: &[(Class, &[&str])] = &[
    // Hedges.
    (Hedge, &["努め", "努力"]),
    (Hedge, &["検討"]),
    (Hedge, &["も視野", "を視野に入れ", "視野に入れ"]),
    (Hedge, &["可能な限り", "できる限り", "できるだけ", "極力"]),
    (Hedge, &["目指", "めざ"]),
    (Hedge, &["見込"]),
    (Hedge, &["最大限"]),
    (Hedge, &["近づけ", "近付け"]),
    (Hedge, &["予定"]),
    (Hedge, &["想定"]),
    (Hedge, &["期待"]),
    // Limits.
    (LimitNext, &["実質"]),
    (LimitNext, &["一部"]),
    (LimitRest, &["原則"]),
    (LimitRest, &["必要に応じ"]),
    (LimitRest, &["当面", "当分の間"]),
    (LimitRest, &["主に", "主として"]),
    (LimitRest, &["おおむね", "概ね"]),
    (LimitBefore, &["のみ"]),
    (LimitBefore, &["だけ", "に限り", "に限る", "に限っ", "限定", "限りの"]),
    (LimitBefore, &["を除", "以外", "除き"]),
    (LimitBefore, &["程度"]),
    (Loose, &["等"]),
    (Loose, &["など"]),
    (Loose, &["をはじめ"]),
    (Loose, &["その他"]),
    (Proviso, &["ただし"]),
    // Without exception, and above all others.
    (Universal, &["全て", "あらゆる", "ことごとく", "全員", "一人一人", "誰もが", "誰でも", "みんな"]),
    (Universal, &["全庁", "庁内全体"]),
    (Universal, &["全市", "市全体", "市全域", "全域"]),
    (Universal, &["全国", "国中"]),
    (Universal, &["全世帯"]),
    (Universal, &["全額", "満額"]),
    (Universal, &["全面", "全部", "丸ごと"]),
    (Universal, &["必ず", "絶対", "間違いなく"]),
    (Universal, &["完全", "100%", "一切", "完璧", "万全"]),
    (Universal, &["常に", "いつでも", "いつも"]),
    (Universal, &["どこでも", "どこからでも"]),
    (Universal, &["無条件", "無制限"]),
    (Superlative, &["最高"]),
    (Superlative, &["最も", "一番", "いちばん"]),
    (Superlative, &["最大", "最多"]),
    (Superlative, &["最小", "最少"]),
    (Superlative, &["最先端", "先端"]),
    (Superlative, &["最新"]),
    (Superlative, &["最適", "最善"]),
    (Superlative, &["日本一", "世界一", "全国一", "都内一", "県内一", "随一", "トップ", "No.1"]),
    (Superlative, &["日本初", "全国初", "世界初", "都内初", "県内初", "史上初", "初の", "初めて", "かつてない"]),
    (Superlative, &["唯一"]),
    (Superlative, &["画期的", "革新的", "先進的", "先駆"]),
    // Things done or granted.
    (Fact, &["約束", "誓い"]),
    (Fact, &["保証", "保障", "確約"]),
    (Fact, &["決定", "決ま", "決め", "確定"]),
    (Fact, &["完了", "完成", "終了"]),
    (Fact, &["達成", "成功"]),
    (Fact, &["実現"]),
    (Fact, &["開始", "始ま", "始め", "スタート"]),
    (Fact, &["導入"]),
    (Fact, &["廃止", "撤廃", "全廃"]),
    (Fact, &["中止", "延期", "休止"]),
    (Fact, &["禁止"]),
    (Fact, &["無料", "無償", "有料", "有償"]),
    (Fact, &["支給", "給付", "配布", "交付", "プレゼント", "還元"]),
    (Fact, &["補助", "助成"]),
    (Fact, &["減税", "増税", "値上げ", "値下げ", "減免"]),
    (Fact, &["開催"]),
    (Fact, &["新設", "設置", "新築", "建設", "増設"]),
    (Fact, &["解消", "根絶", "一掃"]),
    (Fact, &["契約", "委託", "民営化"]),
    (Fact, &["成立", "可決", "承認"]),
    (Fact, &["募集", "受付", "受け付け"]),
    (Fact, &["公開", "公表"]),
    (Fact, &["罰則", "処分", "懲戒"]),
    (Action, &["実施", "実行"]),
    (Amount, &["倍増"]),
    (Amount, &["半減", "半分", "半数"]),
    (Amount, &["多数", "大多数", "大半", "ほとんど", "過半"]),
    (Amount, &["少数", "わずか"]),
    (Amount, &["数十", "数百", "数千", "数万", "数億"]),
    // Degrees.
    (Emphasis, &["大幅", "劇的", "飛躍的", "圧倒的"]),
    (Emphasis, &["抜本的"]),
    (Emphasis, &["強力", "大胆"]),
    (Emphasis, &["加速"]),
    (Emphasis, &["積極的"]),
    (Emphasis, &["重点"]),
    (Emphasis, &["いち早く"]),
    (Emphasis, &["徹底"]),
    (Emphasis, &["確実"]),
    (Emphasis, &["着実"]),
    (Emphasis, &["極めて", "非常に"]),
    // Times.
    (Time, &["本年度", "今年度", "当年度"]),
    (Time, &["来年度", "翌年度", "次年度"]),
    (Time, &["昨年度", "前年度"]),
    (Time, &["今年", "本年", "年内", "年末", "今年中"]),
    (Time, &["来年", "翌年"]),
    (Time, &["昨年", "去年"]),
    (Time, &["年度内", "年度末", "年度中"]),
    (Time, &["今月", "月内"]),
    (Time, &["来月"]),
    (Time, &["先月"]),
    (Time, &["来週", "今週"]),
    (Time, &["本日", "今日", "即日"]),
    (Time, &["明日"]),
    (Time, &["近日", "近く公", "まもなく", "間もなく", "もうすぐ"]),
    (Time, &["直ちに", "すぐに", "即座に", "即時"]),
    (Time, &["速やかに", "早急に"]),
    (Time, &["早期"]),
    (Time, &["将来"]),
    (Time, &["毎日", "日々", "日常"]),
    (Time, &["毎週"]),
    (Time, &["毎月"]),
    (Time, &["毎年"]),
    // Conditions.
    (Condition, &["場合"]),
    (Condition, &["ときは", "ときに", "時には", "たときの"]),
    (Condition, &["なければ、", "でなければ"]),
    (Condition, &["限り、", "かぎり、"]),
    (Occasion, &["に当たって", "に際して", "の際", "た際", "る際"]),
    (Occasion, &["た上で", "の上で"]),
    (And, &["及び", "並びに", "かつ"]),
    (Or, &["又は", "若しくは", "あるいは", "いずれか"]),
    // Aims.
    (Purpose, &["に向け"]),
    (Purpose, &["につなげ", "につなが", "に繋"]),
    (Purpose, &["に資"]),
    (Purpose, &["に寄与", "に貢献"]),
    (Purpose, &["を念頭"]),
    (Purpose, &["を見据え"]),
    (Purpose, &["を踏まえ"]),
    (Cause, &["おかげ"]),
    (Cause, &["そのため", "このため", "したがって", "従って", "よって、", "だから"]),
    (Cause, &["その結果", "この結果", "た結果", "の結果"]),
    (Cause, &["せいで", "が原因"]),
    // Negations.
    (Negation, &["ません"]),
    (Negation, &["ない", "なかった", "なく", "なけれ"]),
    (Negation, &["ずに", "せず", "らず", "れず", "わず", "かず", "めず", "けず", "ざる"]),
    (Negation, &["不要"]),
    (Duty, &["なければな", "ねばな", "なくてはな", "ないといけ", "べき", "必要があ", "必須", "義務"]),
    (Request, &["ください", "下さい", "お願い", "お待ちして"]),
    // Persons and bodies.
    (Actor, &["市民", "区民", "町民", "村民", "都民", "県民"]),
    (Actor, &["住民"]),
    (Actor, &["職員", "公務員"]),
    (Actor, &["副市長"]),
    (Actor, &["市長"]),
    (Actor, &["教育長"]),
    (Actor, &["議会", "議員"]),
    (Actor, &["所属長"]),
    (Actor, &["部長"]),
    (Actor, &["課長"]),
    (Actor, &["国が", "国は", "国の", "国に", "国と", "国から", "国や", "政府"]),
    (Actor, &["東京都", "都が", "都は", "県が", "県は"]),
    (Actor, &["指定管理者"]),
    (Actor, &["事業者", "企業", "民間会社"]),
    (Actor, &["委託業者", "業者"]),
    (Actor, &["学校", "教員", "教職員"]),
    (Actor, &["児童", "生徒", "子ども", "学生"]),
    (Actor, &["高齢者"]),
    (Actor, &["障害者", "障がい者", "障害のある"]),
    (Actor, &["保護者"]),
    (Actor, &["自治会", "町内会"]),
    (Actor, &["警察"]),
    (Actor, &["消防"]),
    (Actor, &["専門家", "有識者"]),
    (Actor, &["利用者"]),
    (Actor, &["財政部門"]),
    (Actor, &["関係団体", "各種団体"]),
    (Actor, &["関係部署"]),
    (Actor, &["各部署", "部署"]),
    (Actor, &["各室"]),
    (Actor, &["各課", "所管課"]),
    (Actor, &["若者", "若い世代"]),
    (Actor, &["女性"]),
    (Actor, &["外国人"]),
    (Actor, &["観光客", "来訪者"]),
    (Actor, &["ボランティア"]),
    (Neutral, NEUTRAL),
];

/// Words that contain a word of the table but mean something else.
#[rustfmt::skip]
const NEUTRAL: &[&str] = &[
    "少ない", "少なく", "危ない", "だけでなく", "だけではなく", "のみならず", "かもしれない", "とんでもない", "はかない", "つたない", "なくす", "なくし",
    "みなさん", "まず", "ずつ", "はず", "必ずしも", "いずれ", "問わず", "平等", "同等", "対等", "高等", "初等", "中等", "均等", "上等", "等しい",
    "国分寺", "全国的", "国際", "市長直轄", "学校給食", "これだけ", "それだけ", "どれだけ", "最大化", "場合によ", "引き続き", "始めとする", "見込み違い",
    "実施計画", "実施要領", "前期実行計画", "後期実行計画", "実行計画", "実行力", "実現可能", "近づけば", "原則論", "少なから", "につながるこ", "この場合",
    "つながら", "市民課", "市民センター", "実質的", "女性活躍", "その上で", "更なる", "先端的", "導入期", "公開講座",
];
