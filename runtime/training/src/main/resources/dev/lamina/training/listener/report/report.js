"use strict";
// Shows the values where the pointer is, or where the arrow keys went. The curves are there without it.
document.querySelectorAll("figure.card").forEach(function (figure) {
  const svg = figure.querySelector("svg");
  const toggle = figure.querySelector(".log-toggle");
  const cursor = figure.querySelector(".cursor");
  const line = cursor.querySelector("line");
  const tip = figure.querySelector(".tip");
  let shown = -1;

  function curves() {
    const kind = toggle && toggle.checked ? ".log" : ".linear";
    return Array.from(svg.querySelectorAll(kind + " .line")).map(function (path) {
      const points = path.dataset.points.split(";").filter(Boolean).map(function (text) {
        const parts = text.split(",");
        return { x: Number(parts[0]), y: Number(parts[1]), epoch: parts[2], value: parts[3] };
      });
      return { name: path.dataset.name, color: path.getAttribute("class").replace("line ", ""), points: points };
    });
  }

  function places(all) {
    const xs = new Set();
    all.forEach(function (curve) { curve.points.forEach(function (point) { xs.add(point.x); }); });
    return Array.from(xs).sort(function (a, b) { return a - b; });
  }

  function nearest(xs, x) {
    return xs.reduce(function (best, each, i) { return Math.abs(each - x) < Math.abs(xs[best] - x) ? i : best; }, 0);
  }

  function entry(curve, point) {
    const item = document.createElement("span");
    const dot = document.createElement("i");
    dot.setAttribute("class", curve.color);
    item.append(dot, curve.name + ": " + point.value);
    return item;
  }

  function show(index, all, xs) {
    shown = Math.min(Math.max(index, 0), xs.length - 1);
    const x = xs[shown];
    cursor.querySelectorAll("circle").forEach(function (dot) { dot.remove(); });
    tip.replaceChildren();
    all.forEach(function (curve) {
      const point = curve.points.find(function (each) { return each.x === x; });
      if (!point) { return; }
      if (!tip.firstChild) {
        const head = document.createElement("span");
        head.textContent = "epoch " + point.epoch;
        tip.append(head);
      }
      tip.append(entry(curve, point));
      const dot = document.createElementNS(svg.namespaceURI, "circle");
      dot.setAttribute("class", curve.color);
      dot.setAttribute("cx", point.x);
      dot.setAttribute("cy", point.y);
      dot.setAttribute("r", 5);
      cursor.append(dot);
    });
    line.setAttribute("x1", x);
    line.setAttribute("x2", x);
    place(x);
    cursor.classList.add("on");
    tip.classList.add("on");
  }

  function place(x) {
    const box = svg.getBoundingClientRect();
    const outer = figure.getBoundingClientRect();
    const scale = box.width / svg.viewBox.baseVal.width;
    const at = box.left - outer.left + x * scale;
    const after = at + 14 + tip.offsetWidth <= outer.width - 4;
    tip.style.left = Math.max(4, after ? at + 14 : at - 14 - tip.offsetWidth) + "px";
    tip.style.top = box.top - outer.top + 10 + "px";
  }

  function hide() {
    cursor.classList.remove("on");
    tip.classList.remove("on");
    shown = -1;
  }

  svg.addEventListener("pointermove", function (event) {
    const all = curves();
    const xs = places(all);
    const box = svg.getBoundingClientRect();
    show(nearest(xs, (event.clientX - box.left) * svg.viewBox.baseVal.width / box.width), all, xs);
  });
  svg.addEventListener("pointerleave", hide);
  svg.addEventListener("blur", hide);
  svg.addEventListener("keydown", function (event) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key === "Escape") { hide(); }
    if (!step) { return; }
    event.preventDefault();
    const all = curves();
    const xs = places(all);
    show(shown < 0 ? (step > 0 ? 0 : xs.length - 1) : shown + step, all, xs);
  });
  if (toggle) { toggle.addEventListener("change", hide); }
});
document.documentElement.dataset.ready = "yes";
