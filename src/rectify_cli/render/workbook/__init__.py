"""Tables as workbooks: how a sheet looks, is named and is filled."""
