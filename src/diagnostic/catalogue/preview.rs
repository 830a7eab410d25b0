//! Findings of the `preview` room.

findings! {
    /// The port of the server is taken.
    PORT_TAKEN = "port-taken", Fatal, fn port_taken(address: &str, error: &str) {
        ja: "{address} でサーバーを動かせません（{error}）",
            "この番号を、別のプログラム（前に動かした hoshin serve など）が使っています。",
            "それを止めるか、--port 4001 のように別の番号を指定してください（--port 0 なら空いている番号を選びます）。";
        en: "no server can be started at {address} ({error})",
            "Another program uses this port, perhaps a \"hoshin serve\" that is still running.",
            "Stop it, or name another port with --port 4001 (--port 0 takes a free one).";
    }
}
