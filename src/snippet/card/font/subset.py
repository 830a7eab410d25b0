"""Makes BIZUDGothic-Bold.subset.ttf; see README.md."""
import subprocess
import sys

# JIS X 0208 levels 1 and 2, NEC's row 13 and IBM's extensions (①, ㈱, 髙, 﨑), as in CP932 and Shift_JIS; Latin-1.
wanted = set(range(0x20, 0x7F)) | set(range(0xA0, 0x100))
for code in [*range(0x80, 0xD800), *range(0xF900, 0x10000)]:
    for encoding in ("cp932", "shift_jis"):
        try:
            chr(code).encode(encoding)
            wanted.add(code)
        except UnicodeEncodeError:
            pass
# What other keyboards write for the same signs, and the rest of the kana.
wanted |= set(map(ord, "‐–—―‘’“”†‡•‥…‰′″※‾€№℡〜～−－∥‖ゔヷヸヹヺ"))
# Ideographic variation selectors: the forms that names use (葛󠄀).
wanted |= set(range(0xE0100, 0xE01F0))

subprocess.run(
    [
        "pyftsubset",
        sys.argv[1],
        "--unicodes=" + ",".join(f"{code:04X}" for code in sorted(wanted)),
        "--layout-features=",
        "--no-hinting",
        # The licence goes with the font, into the binary too.
        "--name-IDs+=13,14",
        "--drop-tables+=vmtx,vhea,GSUB,GPOS,GDEF,BASE,gasp,meta",
        "--output-file=BIZUDGothic-Bold.subset.ttf",
    ],
    check=True,
)
