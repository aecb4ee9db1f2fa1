package dev.lamina.integration.parity;

import java.util.function.IntToDoubleFunction;

/**
 * A learning rate over time in plain Java.
 *
 * @param formula what it means, as text
 * @param rate the rate at a step, counted from 0
 */
record PlainSchedule(String formula, IntToDoubleFunction rate) {}
