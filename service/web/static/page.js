// What pages do beyond plain links and forms; without it everything still works.

import "./asking.js";
import "./copying.js";
import "./feedback.js";
import "./field.js";
import "./print.js";
