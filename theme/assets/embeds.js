// Shows what stands on other sites, once a reader asks for it. Without this script each of them is a plain link.
for (const figure of document.querySelectorAll(".embed[data-embed]")) {
  const button = figure.querySelector("button");
  button.hidden = false;
  button.addEventListener("click", () => {
    const { embed, form, title, height } = figure.dataset;
    const shown = document.createElement(form === "frame" ? "iframe" : form);
    shown.src = embed;
    shown.className = height ? "shown" : "shown wide";
    if (height) shown.height = height;
    if (form === "frame") {
      shown.title = title;
      shown.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
      shown.referrerPolicy = "strict-origin-when-cross-origin";
    } else {
      shown.controls = true;
      shown.autoplay = true;
      shown.setAttribute("aria-label", title);
    }
    figure.querySelector("picture, img")?.remove();
    button.replaceWith(shown);
    shown.tabIndex = 0;
    shown.focus();
  });
}
