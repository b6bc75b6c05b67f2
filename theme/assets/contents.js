// Marks the card being read in the contents of a page. Without it the contents are plain links.
const links = new Map(
  [...document.querySelectorAll(".contents a")].map((link) => [document.getElementById(decodeURIComponent(link.hash.slice(1))), link]),
);
const visible = new Set();

const observer = new IntersectionObserver(
  (changes) => {
    for (const { target, isIntersecting } of changes) {
      if (isIntersecting) visible.add(target);
      else visible.delete(target);
    }
    const current = [...links.keys()].find((heading) => visible.has(heading.parentElement));
    for (const [heading, link] of links) {
      if (heading === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  },
  { rootMargin: "-20% 0px -60% 0px" },
);

for (const heading of links.keys()) observer.observe(heading.parentElement);

// Charts can be saved as pictures; what draws them is loaded when a reader asks for one.
for (const button of document.querySelectorAll("button[data-save]")) {
  button.hidden = false;
  button.addEventListener("click", async () => (await import(button.dataset.script)).save(button));
}
