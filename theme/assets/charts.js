// Saves a chart or map as a picture, with its title and its source. Loaded when a reader asks for it.
const MARGIN = 20;
const LINE = 20;
const SCALE = 2;
const STYLES = ["fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-linecap", "opacity",
  "paint-order", "font-family", "font-size", "font-weight", "font-style"];

const canvasOf = (width, height) => Object.assign(document.createElement("canvas"), { width, height });

// A colour as every program reads it.
const pen = canvasOf(1, 1).getContext("2d", { willReadFrequently: true });
const plain = (colour) => {
  if (colour === "none") return colour;
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
  return alpha === 0 ? "none" : `rgb(${red}, ${green}, ${blue})`;
};

const wrap = (text, width) => {
  const lines = [""];
  for (const word of text.trim().split(/\s+/)) {
    const last = `${lines.at(-1)} ${word}`.trim();
    if (last.length * 7.6 > width && lines.at(-1)) lines.push(word);
    else lines[lines.length - 1] = last;
  }
  return lines.filter(Boolean);
};

// What is drawn: the shapes of the wide drawing with their styles, the title above, source and address below.
const read = (figure) => {
  const drawing = figure.querySelector("svg.wide, svg.map") ?? figure.querySelector("svg");
  const { width, height } = drawing.viewBox.baseVal;
  const shapes = [...drawing.querySelectorAll("rect, circle, line, polyline, polygon, path, text")]
    .filter((shape) => !shape.matches(".tip, .hit") && !shape.closest("g.narrow"))
    .map((shape) => {
      const style = getComputedStyle(shape);
      const known = Object.fromEntries(STYLES.map((name) => [name, style.getPropertyValue(name)]));
      return { shape, style: { ...known, fill: plain(known.fill), stroke: plain(known.stroke) } };
    });
  const caption = figure.querySelector("figcaption")?.cloneNode(true);
  caption?.querySelectorAll(".notes").forEach((notes) => notes.remove());
  const isMap = drawing.matches(".map:not(.shades)");
  const source = [isMap ? caption?.textContent : figure.querySelector(".credit")?.textContent, document.querySelector("link[rel=canonical]")?.href];
  return {
    width,
    height,
    shapes,
    above: isMap ? wrap(drawing.getAttribute("aria-label"), width) : wrap(caption?.textContent ?? "", width),
    below: source.filter(Boolean).flatMap((text) => wrap(text, width)),
    family: getComputedStyle(figure).fontFamily,
    ink: plain(getComputedStyle(document.body).color),
    paper: plain(getComputedStyle(document.body).backgroundColor),
  };
};

const sizeOf = ({ width, height, above, below }) => ({
  wide: width + 2 * MARGIN,
  top: MARGIN + above.length * (LINE + 2) + 6,
  high: 2 * MARGIN + above.length * (LINE + 2) + height + below.length * LINE + 12,
});

const element = (name, attributes, text = "") => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
};

const toSvg = (picture) => {
  const { wide, high, top } = sizeOf(picture);
  const root = element("svg", { viewBox: `0 0 ${wide} ${high}`, width: wide, height: high });
  root.append(element("rect", { width: wide, height: high, fill: picture.paper }));
  const text = { x: MARGIN, fill: picture.ink, "font-family": picture.family };
  picture.above.forEach((line, i) => root.append(element("text", { ...text, y: MARGIN + 14 + i * (LINE + 2), "font-size": 17, "font-weight": 600 }, line)));
  const inner = element("svg", { x: MARGIN, y: top, width: picture.width, height: picture.height });
  for (const { shape, style } of picture.shapes) {
    const copy = shape.cloneNode(true);
    copy.removeAttribute("class");
    for (const [name, value] of Object.entries(style)) copy.setAttribute(name, value);
    inner.append(copy);
  }
  root.append(inner);
  picture.below.forEach((line, i) => root.append(element("text", { ...text, y: top + picture.height + 24 + i * LINE, "font-size": 12 }, line)));
  return new Blob([new XMLSerializer().serializeToString(root)], { type: "image/svg+xml" });
};

const pathOf = (shape) => {
  const at = (name) => Number(shape.getAttribute(name) ?? 0);
  const path = new Path2D(shape.getAttribute("d") ?? (shape.points ? `M${shape.getAttribute("points")}${shape.tagName === "polygon" ? "Z" : ""}` : ""));
  if (shape.tagName === "rect") path.rect(at("x"), at("y"), at("width"), at("height"));
  if (shape.tagName === "circle") path.arc(at("cx"), at("cy"), at("r"), 0, 2 * Math.PI);
  if (shape.tagName === "line") {
    path.moveTo(at("x1"), at("y1"));
    path.lineTo(at("x2"), at("y2"));
  }
  return path;
};

const paint = (brush, { shape, style }) => {
  const isText = shape.tagName === "text";
  const path = isText ? null : pathOf(shape);
  const [x, y] = [Number(shape.getAttribute("x")), Number(shape.getAttribute("y"))];
  brush.font = `${style["font-style"]} ${style["font-weight"]} ${style["font-size"]} ${style["font-family"]}`;
  brush.textAlign = { middle: "center", end: "right" }[shape.getAttribute("text-anchor")] ?? "left";
  const fill = () => {
    if (style.fill === "none") return;
    brush.globalAlpha = style.opacity * style["fill-opacity"];
    brush.fillStyle = style.fill;
    if (isText) brush.fillText(shape.textContent, x, y);
    else brush.fill(path, style["fill-rule"]);
  };
  const stroke = () => {
    if (style.stroke === "none") return;
    brush.globalAlpha = style.opacity;
    brush.strokeStyle = style.stroke;
    brush.lineWidth = parseFloat(style["stroke-width"]);
    brush.lineJoin = "round";
    brush.lineCap = style["stroke-linecap"];
    brush.setLineDash(style["stroke-dasharray"] === "none" ? [] : style["stroke-dasharray"].split(/[\s,]+/).map(parseFloat));
    if (isText) brush.strokeText(shape.textContent, x, y);
    else brush.stroke(path);
  };
  for (const step of isText ? [stroke, fill] : [fill, stroke]) step();
};

const toCanvas = (picture) => {
  const { wide, high, top } = sizeOf(picture);
  const canvas = canvasOf(wide * SCALE, high * SCALE);
  const brush = canvas.getContext("2d");
  brush.scale(SCALE, SCALE);
  brush.fillStyle = picture.paper;
  brush.fillRect(0, 0, wide, high);
  brush.fillStyle = picture.ink;
  brush.font = `600 17px ${picture.family}`;
  picture.above.forEach((line, i) => brush.fillText(line, MARGIN, MARGIN + 14 + i * (LINE + 2)));
  brush.font = `12px ${picture.family}`;
  picture.below.forEach((line, i) => brush.fillText(line, MARGIN, top + picture.height + 24 + i * LINE));
  brush.translate(MARGIN, top);
  brush.beginPath();
  brush.rect(0, 0, picture.width, picture.height);
  brush.clip();
  for (const shape of picture.shapes) paint(brush, shape);
  return canvas;
};

export const draw = (figure) => toCanvas(read(figure));

export const save = async (button) => {
  const picture = read(button.closest("figure"));
  const kind = button.dataset.save;
  const file = kind === "svg" ? toSvg(picture) : await new Promise((done) => toCanvas(picture).toBlob(done));
  const link = Object.assign(document.createElement("a"), {
    href: URL.createObjectURL(file),
    download: `${(picture.above.join(" ") || "chart").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60)}.${kind}`,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};
