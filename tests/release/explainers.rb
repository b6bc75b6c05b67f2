class Explainers < Formula
  desc "Compiles fact sheets and articles into sites, and checks the prose against the facts"
  homepage "https://github.com/example/explainers"
  version "1.2.3"
  license "MIT"

  on_macos do
    on_arm do
      url "https://github.com/example/explainers/releases/download/v1.2.3/explainers-1.2.3-osx-arm64.tar.gz"
      sha256 "24db2c1edba520d457978546a60dac6253fd68ece5485566e547dfa0be6b7722"
    end
    on_intel do
      url "https://github.com/example/explainers/releases/download/v1.2.3/explainers-1.2.3-osx-x64.tar.gz"
      sha256 "146d889330a782ff0cce11f44c31013c63976ab96a28809de7382e6137038707"
    end
  end

  on_linux do
    on_arm do
      url "https://github.com/example/explainers/releases/download/v1.2.3/explainers-1.2.3-linux-arm64.tar.gz"
      sha256 "3b389a13eaface63190d9fb77fc321e83511fd7150f903951c2f7400a956daf1"
    end
    on_intel do
      url "https://github.com/example/explainers/releases/download/v1.2.3/explainers-1.2.3-linux-x64.tar.gz"
      sha256 "82a81f77f107ca9644010cdbe861f38d9eded930c3a65681e5859b23cacea30f"
    end
  end

  def install
    libexec.install Dir["explainers", "lib*"]
    bin.install_symlink libexec/"explainers"
    man1.install "man/explainers.1"
    bash_completion.install "completion/explainers.bash" => "explainers"
    zsh_completion.install "completion/explainers.zsh" => "_explainers"
    fish_completion.install "completion/explainers.fish"
  end

  test do
    system bin/"explainers", "new", "site", "trial"
    cd("trial") { system bin/"explainers", "check" }
  end
end
