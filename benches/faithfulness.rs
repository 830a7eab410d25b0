//! The cost of comparing posts with their clauses: `cargo bench --bench faithfulness`.
//!
//! 10,000 clauses, 12 posts each, on one core: the budget is one second of processor time.

#[path = "kit/cpu.rs"]
mod cpu;

use std::time::{Duration, Instant};

use cpu::cpu_time;
use hoshin::snippet::faithfulness::{Names, SourceClause, SourceContext};

const CLAUSES: usize = 10_000;
const CHANNELS: usize = 12;
const LIMIT: Duration = Duration::from_secs(1);

const CLAUSE: &str = "市民が必要としている情報を容易に入手できるように市LINE公式アカウントの登録者を増やすとともに、市報やSNS等の様々な媒体の特性を生かした情報発信が全庁的に推進されるよう努めること。";
const REWORDED: &str = "必要な市の情報を、もっと容易に入手できるように。\n市LINE公式アカウントの登録者を増やすとともに、市報やSNS等の様々な媒体の特性を生かした情報発信が全庁的に推進されるよう努めます。";

fn main() {
    let mut names = Names::default();
    for plan in 0..200 {
        names.add([format!("第{plan}次国分寺市総合計画").as_str(), format!("計画{plan}").as_str()]);
    }
    measure("verbatim posts", &names, CLAUSE);
    measure("reworded posts", &names, REWORDED);
}

/// Compares the post with every clause, as often as there are channels.
fn measure(name: &str, names: &Names, post: &str) {
    let clauses: Vec<String> = (0..CLAUSES).map(|number| format!("{CLAUSE}これは{number}件目である。")).collect();
    let (start, cpu) = (Instant::now(), cpu_time());
    let mut remarks = 0;
    for clause in &clauses {
        let source = SourceClause::new(
            clause,
            SourceContext { headings: &["情報発信力の強化と魅力発信"], ..SourceContext::new(names) },
        );
        remarks += (0..CHANNELS).map(|_| source.check(post).remarks.len()).sum::<usize>();
    }
    let taken = cpu_time().zip(cpu).map_or_else(|| start.elapsed(), |(after, before)| after - before);
    let verdict = if taken <= LIMIT { "within" } else { "OVER" };
    println!(
        "{name}: {CLAUSES} × {CHANNELS} in {:.0} ms, {remarks} remarks, {verdict} {} ms",
        taken.as_secs_f64() * 1e3,
        LIMIT.as_millis()
    );
}
