//! The server as a program: started, asked and stopped from outside.

mod answers;
mod start;
mod stop;
mod support;
