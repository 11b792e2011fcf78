/** Journey events and the measures made of them: values in, values out. */
@NullMarked
package org.quanheng.experience;

import org.jspecify.annotations.NullMarked;
