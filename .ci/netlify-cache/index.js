// Hands the pictures of the last build and its record to the next, for Netlify begins each build with a fresh copy of the repository.
// Without them a build takes longer and gives the same site, so what goes wrong here is told and stops nothing.
const FOLDER = ".cache";

const attempt = async (done, action) => {
  try {
    console.log((await action()) ? `${FOLDER} ${done}` : `${FOLDER} not ${done}: there is none`);
  } catch (error) {
    console.log(`${FOLDER} not ${done}: ${error.message}`);
  }
};

module.exports = {
  onPreBuild: ({ utils }) => attempt("restored", () => utils.cache.restore(FOLDER)),
  onPostBuild: ({ utils }) => attempt("saved", () => utils.cache.save(FOLDER)),
};
