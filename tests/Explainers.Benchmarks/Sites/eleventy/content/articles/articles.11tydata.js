export default {
  layout: "article.njk",
  kind: "article",
  permalink: ({ page }) => `/${page.fileSlug}/`,
};
