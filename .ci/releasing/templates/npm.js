#!/usr/bin/env node
// Runs the program for this system, which npm has installed from one of the optional packages.
"use strict";
const { spawnSync } = require("node:child_process");

const musl = process.platform === "linux" && !process.report.getReport().header.glibcVersionRuntime ? "-musl" : "";
const name = `explainers-${process.platform}${musl}-${process.arch}`;
let program;
try {
  program = require.resolve(`${name}/explainers${process.platform === "win32" ? ".exe" : ""}`);
} catch {
  console.error(`explainers: the package ${name} is missing. Either there is no program for this system, or npm left out optional packages.`);
  process.exit(1);
}
const run = spawnSync(program, process.argv.slice(2), { stdio: "inherit" });
if (run.error) console.error(`explainers: ${run.error.message}`);
if (run.signal) process.kill(process.pid, run.signal);
process.exit(run.status ?? 1);
