using System.Globalization;
using System.Text;
using CsCheck;
using Explainers.Proofreading;
using Explainers.Rendering;

namespace Explainers.Tests;

/// <summary>What is read of a page without the browser's tokenizer is what the tokenizer reads.</summary>
public sealed class PlainMarkupTests
{
    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<a href=\"/x/\">", "<a href='/x/#y' id=z>", "<a href=\"?a=1&amp;b=2\">",
        "<a href=\"/&copy;/\">", "</a >", "<br/>", "<br />", "<img src=\"a.png\">",
        "<img src=\"a.png\" srcset=\"a.png 1x, b.png 2x\" alt=\"\">", "<IMG alt SRC=\"b.png\">",
        "<svg viewBox=\"0 0 1 1\">", "<feImage xlink:href=\"#f\"/>", "<use href=\"#u\">", "<object data=\"o.pdf\">",
        "<video poster=\"p.jpg\" src=\"v.mp4\">", "<td background=\"t.gif\">", "<button popovertarget=\"n\" hidden>",
        "<div id=\"i\" id=\"j\">", "<div id = \"k\">", "<div\n\tid=\"l\"\n>", "<div id=\"&lt;&gt;&quot;&#39;&amp;\">",
        "<div id=\"\">", "<div id=\"a\"class=\"b\">", "<div data-x=\"<p id='no'>\">", "<div title=\">\" id=\"after\">",
        "<title>", "</title>", "<script>", "</script>", "<script src=\"s.js\"></script>", "<style>", "</style>",
        "<textarea>", "</textarea>", "<!-- <a href=\"/no/\"> -->", "<!---->", "<!-->", "<!--->", "<!doctype html>",
        "<!DOCTYPE html PUBLIC \"x\">", "<![CDATA[", "]]>", "<?php ?>", "text", " & ", "&amp;", "<", ">", "\"", "'",
        "=", "/", "\n", "é", "\r\n", "\0", "<p id=\"\r\">", "<h2 id=\"été\">", "</SCRIPT>", "<Script>", "<xmp>",
        "</xmp>", "if (a < b)", "</", "<a", "<1>", "<iframe src=\"/f/\"></iframe>", "--", "-->",
    ];

    [Fact]
    public void The_tokenizer_reads_the_same()
    {
        var plain = 0;
        Property.Holds(Gen.Int[0, Pieces.Length - 1].Array[0, 6], 3000, places =>
        {
            var page = Page(string.Concat(places.Select(place => Pieces[place])));
            var (quick, full) = (new Written(), new Written());
            if (!PageReader.TryReadPlain(page, quick)) return true;
            plain++;
            PageReader.Read(page, full);
            return quick.Text == full.Text;
        }, places => string.Concat(places.Select(place => Pieces[place])));
        Assert.True(plain > 500, $"only {plain} pages are plain");
    }

    [Fact]
    public void Every_page_of_the_built_in_theme_is_plain()
    {
        var pages = BuiltSite.Files.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(pages);
        foreach (var (path, bytes) in pages)
            Assert.True(PageReader.TryReadPlain(new OutputFile(path, bytes), new Written()), path);
    }

    private static OutputFile Page(string markup) => new("index.html", Encoding.UTF8.GetBytes(markup));

    /// <summary>Writes down what is noted.</summary>
    private sealed class Written : IPageNotes
    {
        private readonly StringBuilder _text = new();

        public string Text => _text.ToString();

        public void Id(ReadOnlySpan<char> id, int offset) => Add($"id {id} {offset}");

        public void Link(ReadOnlySpan<char> address, int offset) => Add($"link {address} {offset}");

        public void Load(ReadOnlySpan<char> element, ReadOnlySpan<char> address, int offset) =>
            Add($"load {element} {address} {offset}");

        public void Inline(string what, int offset) => Add($"inline {what} {offset}");

        public void BareImage(string address, int offset) => Add($"bare {address} {offset}");

        private void Add(string line) => _text.AppendLine(CultureInfo.InvariantCulture, $"{line}");
    }
}
