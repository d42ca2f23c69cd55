#!/usr/bin/env node
import '../dist/src/cli/trimestre.js';
