//! Findings about pictures and other XML files that run or load something.

findings! {
    /// A picture or another file of XML with a script.
    SVG_SCRIPT = "svg-script", Error, fn svg_script(part: &str) {
        ja: "SVG・XML のファイルに、プログラムとして動く部分があります：{part}",
            "SVG や XML は、アドレスを直接開くと1つのページになり、中のプログラムが市のサイトのものとして動きます。閲覧者の情報を盗んだり、偽の表示をしたりできます。",
            "Illustrator や Inkscape で「プレーン SVG」などとして書き出し直すか、その部分を削除してください。作り手の分からないファイルなら使わないでください。";
        en: "the SVG or XML file has a part that runs as a script: {part}",
            "Opened by its address, such a file is a page, and its scripts run as those of the city's site: they can steal from visitors and deceive them.",
            "Export it again as a plain SVG, or delete the part. Do not use a file of unknown origin.";
    }
    /// A picture that loads something from elsewhere.
    SVG_EXTERNAL = "svg-external", Warning, fn svg_external(part: &str) {
        ja: "SVG の画像が、ほかの所から読み込むもの、または画像でないものを含んでいます：{part}",
            "ページの中の画像としては表示されません。直接開いた人のことは、読込み先に知られます。",
            "写真や字体は画像の中に埋め込み、文字は図形にして書き出し直してください。";
        en: "the SVG loads something from elsewhere, or holds what is no picture: {part}",
            "Shown as a picture on a page, that part is missing; whoever opens the file is made known to the other site.",
            "Export it again with photographs and fonts embedded and text as shapes.";
    }
    /// A picture or another file of XML that cannot be read.
    SVG_UNREADABLE = "svg-unreadable", Warning, fn svg_unreadable() {
        ja: "SVG・XML のファイルを最後まで読めません",
            "XML として正しくない、文字コードが違う、確かめられない文字コードである、または圧縮されている（svgz）ため、画面に表示されないことがあります。プログラムが入っていないことも確かめられません。",
            "作成したソフトで開き、圧縮しない SVG・XML として、文字コードを UTF-8 にして書き出し直してください。";
        en: "the SVG or XML file cannot be read to its end",
            "It is no valid XML, in another encoding, in one that cannot be checked, or packed (svgz). It may not be shown, and that it has no scripts cannot be made sure.",
            "Open it in the program it was made with and export it in UTF-8 and not packed.";
    }
}
