/** Tables of named columns, read from CSV files, and how they become data to learn from. */
@CheckReturnValue
package dev.lamina.training.data.table;

import dev.lamina.dsl.CheckReturnValue;
