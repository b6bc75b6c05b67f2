class Explainers < Formula
  desc "Compiles fact sheets and articles into sites, and checks the prose against the facts"
  homepage "@HOME@"
  version "@VERSION@"
  license "MIT"

  on_macos do
    on_arm do
      url "@BASE@/explainers-@VERSION@-osx-arm64.tar.gz"
      sha256 "@SHA256:osx-arm64.tar.gz@"
    end
    on_intel do
      url "@BASE@/explainers-@VERSION@-osx-x64.tar.gz"
      sha256 "@SHA256:osx-x64.tar.gz@"
    end
  end

  on_linux do
    on_arm do
      url "@BASE@/explainers-@VERSION@-linux-arm64.tar.gz"
      sha256 "@SHA256:linux-arm64.tar.gz@"
    end
    on_intel do
      url "@BASE@/explainers-@VERSION@-linux-x64.tar.gz"
      sha256 "@SHA256:linux-x64.tar.gz@"
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
