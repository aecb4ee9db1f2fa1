/** Folders of images as data sets: decoding, resizing and colours. */
@CheckReturnValue
package dev.lamina.training.data.image;

import dev.lamina.dsl.CheckReturnValue;
