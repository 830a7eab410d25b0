mod found;
mod written;
