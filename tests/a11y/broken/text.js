const text = document.createElement("p");
text.textContent = "この文はスクリプトがなければ読めない。";
document.querySelector(".text").append(text);
