//! What a query costs in a browser on a site of many documents.
