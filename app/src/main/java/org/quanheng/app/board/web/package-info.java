/** The pages of the board and of the scorecard. */
@NullMarked
package org.quanheng.app.board.web;

import org.jspecify.annotations.NullMarked;
