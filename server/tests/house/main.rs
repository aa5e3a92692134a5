//! The server as a program: started, asked and stopped from outside.

mod answers;
mod people;
mod start;
mod stop;
mod support;
mod token;
