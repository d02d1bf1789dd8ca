/** An error in Salesforce's own shape. */
export class OrgError extends Error {
  readonly code: string;
  readonly status: number;
  readonly fields: readonly string[];
  constructor(code: string, message: string, status = 400, fields: readonly string[] = []) {
    super(message);
    this.code = code;
    this.status = status;
    this.fields = fields;
  }
}
