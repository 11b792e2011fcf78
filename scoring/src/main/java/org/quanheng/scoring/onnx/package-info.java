/** Models trained elsewhere, run by ONNX Runtime. */
@NullMarked
package org.quanheng.scoring.onnx;

import org.jspecify.annotations.NullMarked;
