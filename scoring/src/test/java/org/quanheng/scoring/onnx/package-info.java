/** Tests. */
@NullMarked
package org.quanheng.scoring.onnx;

import org.jspecify.annotations.NullMarked;
